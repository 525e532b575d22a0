package io.heed.patterns;

import static io.heed.patterns.LetterEvents.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One test for each part of the language; in the answers a match is its time and the ids of each stage's events. */
class LanguageTest {
    private static final CareEvent A1 = letter("a", "a1", 1_000, 1, "x");
    private static final CareEvent A2 = letter("a", "a2", 2_000, 2, "y");
    private static final CareEvent B3 = letter("b", "b3", 3_000, 3, "x");
    private static final CareEvent B4 = letter("b", "b4", 4_000, 4, "y");
    private static final CareEvent C5 = letter("c", "c5", 5_000, 5, "x");

    @Test
    void aPatternOfOneStageNeedsNoWindow() {
        assertThat(single("{event: letter.a, where: first.v > 1.0}")
                        .feed(A1)
                        .feed(A2)
                        .found())
                .containsExactly("2000 first=a2");
    }

    @Test
    void followedByPassesOverWhatDoesNotFit() {
        assertThat(stages("first: {event: letter.a}", "second: {followed-by: letter.b, where: second.v > 3.0}")
                        .feed(A1)
                        .feed(B3)
                        .feed(B4)
                        .found())
                .containsExactly("4000 first=a1 second=b4");
    }

    @Test
    void followedByTakesTheFirstThatFits() {
        assertThat(stages("first: {event: letter.a}", "second: {followed-by: letter.b}")
                        .feed(A1)
                        .feed(B3)
                        .feed(B4)
                        .found())
                .containsExactly("3000 first=a1 second=b3");
    }

    @Test
    void followedByAnyTakesEveryOneThatFits() {
        assertThat(stages("first: {event: letter.a}", "second: {followed-by-any: letter.b}")
                        .feed(A1)
                        .feed(B3)
                        .feed(B4)
                        .found())
                .containsExactly("3000 first=a1 second=b3", "4000 first=a1 second=b4");
    }

    @Test
    void nextDiesOfAnEventOfAnyTypeThatThePatternNames() {
        assertThat(stages("first: {event: letter.a}", "second: {next: letter.b}")
                        .feed(A1)
                        .feed(A2)
                        .feed(B3)
                        .found())
                .containsExactly("3000 first=a2 second=b3");
    }

    @Test
    void nextDoesNotSeeOtherTypesUnlessTheyAreAmong() {
        String[] stages = {"first: {event: letter.a}", "second: {next: letter.b}"};
        CareEvent c = letter("c", "c", 1_500, 0, null);

        assertThat(stages(stages).feed(A1).feed(c).feed(B3).found()).containsExactly("3000 first=a1 second=b3");
        assertThat(with("    among: [letter.c]\n", stages)
                        .feed(A1)
                        .feed(c)
                        .feed(B3)
                        .found())
                .isEmpty();
    }

    @Test
    void notNextNeedsAnotherEventThatDoesNotFit() {
        String[] stages = {
            "first: {event: letter.a, where: first.v < 2.0}",
            "none: {not-next: letter.b}",
            "last: {followed-by: letter.c}"
        };

        assertThat(stages(stages).feed(A1).feed(B3).feed(C5).found()).isEmpty();
        assertThat(stages(stages).feed(A1).feed(A2).feed(B3).feed(C5).found()).containsExactly("5000 first=a1 last=c5");
    }

    @Test
    void notFollowedByInTheMiddleEndsTheMatch() {
        String[] stages = {
            "first: {event: letter.a}",
            "none: {not-followed-by: letter.b, where: none.k == first.k}",
            "last: {followed-by: letter.c}"
        };

        assertThat(stages(stages).feed(A1).feed(B3).feed(C5).found()).isEmpty();
        assertThat(stages(stages).feed(A1).feed(B4).feed(C5).found()).containsExactly("5000 first=a1 last=c5");
    }

    @Test
    void anAbsenceComesTrueAtItsDeadlineWithoutAnotherEvent() {
        PatternHarness harness = stages("first: {event: letter.a}", "none: {not-followed-by: letter.b}")
                .feed(A1);

        assertThat(harness.until(10_999).found()).isEmpty();
        assertThat(harness.until(60_000).found()).containsExactly("11000 first=a1");
        assertThat(harness.stage().openMatches()).isEmpty();
    }

    @Test
    void anEventAtTheDeadlineComesTooLateToEndAnAbsence() {
        String[] stages = {"first: {event: letter.a}", "none: {not-followed-by: letter.b}"};

        assertThat(stages(stages)
                        .feed(A1)
                        .feed(letter("b", "b", 10_999, 0, null))
                        .until(60_000)
                        .found())
                .isEmpty();
        assertThat(stages(stages)
                        .feed(A1)
                        .feed(letter("b", "b", 11_000, 0, null))
                        .until(60_000)
                        .found())
                .containsExactly("11000 first=a1");
    }

    @Test
    void theWindowIsOverExactlyAtItsEnd() {
        String[] stages = {"first: {event: letter.a}", "second: {followed-by: letter.b}"};

        assertThat(stages(stages)
                        .feed(A1)
                        .feed(letter("b", "b", 10_999, 0, null))
                        .found())
                .containsExactly("10999 first=a1 second=b");
        assertThat(stages(stages)
                        .feed(A1)
                        .feed(letter("b", "b", 11_000, 0, null))
                        .found())
                .isEmpty();
    }

    @Test
    void eventsOfOneInstantMatchInTheirOrder() {
        assertThat(stages("first: {event: letter.a}", "second: {followed-by: letter.b}")
                        .feed(A1)
                        .feed(letter("b", "b", 1_000, 0, null))
                        .found())
                .containsExactly("1000 first=a1 second=b");
    }

    @Test
    void timesCollectsSoManyEvents() {
        assertThat(stages("first: {event: letter.a, times: 2}", "second: {followed-by: letter.b}")
                        .feed(A1)
                        .feed(A2)
                        .feed(B3)
                        .found())
                .containsExactly("3000 first=a1,a2 second=b3");
    }

    @Test
    void timesWithARangeGivesEachLength() {
        assertThat(stages("first: {event: letter.a}", "some: {followed-by: letter.b, times: 1-2}")
                        .feed(A2)
                        .feed(B3)
                        .feed(B4)
                        .found())
                .containsExactly("3000 first=a2 some=b3", "4000 first=a2 some=b3,b4");
    }

    @Test
    void untilEndsARepetitionWithoutUpperBound() {
        String[] stages = {
            "first: {event: letter.a}",
            "some: {followed-by: letter.b, times: 1+, until: {event: letter.c, where: until.v > first.v}}"
        };

        assertThat(stages(stages)
                        .feed(A2)
                        .feed(B3)
                        .feed(C5)
                        .feed(letter("b", "b6", 6_000, 0, null))
                        .found())
                .containsExactly("3000 first=a2 some=b3");
    }

    @Test
    void eachNextAllowsNothingBetweenTheEventsOfARepetition() {
        String[] stages = {"some: {event: letter.b, times: 2, each: next}", "last: {followed-by: letter.a}"};
        CareEvent last = letter("a", "a9", 9_000, 0, null);

        assertThat(stages(stages).feed(B3).feed(B4).feed(last).found()).containsExactly("9000 some=b3,b4 last=a9");
        assertThat(stages(stages)
                        .feed(B3)
                        .feed(letter("a", "a", 3_500, 0, null))
                        .feed(B4)
                        .feed(last)
                        .found())
                .isEmpty();
    }

    @Test
    void aGreedyStageKeepsWhatTheNextStageCouldTakeToo() {
        String rest = "last: {followed-by: [letter.a, letter.b]}";
        CareEvent a6 = letter("a", "a6", 6_000, 0, null);

        assertThat(stages("some: {event: letter.b, times: 1+, greedy: true}", rest)
                        .feed(B3)
                        .feed(B4)
                        .feed(a6)
                        .found())
                .containsExactly("6000 some=b3,b4 last=a6", "6000 some=b4 last=a6");
    }

    @Test
    void anOptionalStageMayBeMissing() {
        String[] stages = {
            "first: {event: letter.a}",
            "maybe: {followed-by: letter.b, optional: true}",
            "last: {followed-by: letter.c, where: '!has(maybe.v) || maybe.v > 3.0'}"
        };

        assertThat(stages(stages).feed(A1).feed(C5).found()).containsExactly("5000 first=a1 last=c5");
        assertThat(stages(stages).feed(A1).feed(B4).feed(C5).found())
                .containsExactlyInAnyOrder("5000 first=a1 maybe=b4 last=c5", "5000 first=a1 last=c5");
    }

    @Test
    void aConditionReadsARepeatedStageAsAList() {
        String[] stages = {
            "some: {event: letter.a, times: 2}",
            "last: {followed-by: letter.b, where: 'last.v == sum(some.map(e, e.v)) && size(some) == 2'}"
        };

        assertThat(stages(stages).feed(A1).feed(A2).feed(B3).found()).containsExactly("3000 some=a1,a2 last=b3");
        assertThat(stages(stages).feed(A1).feed(A2).feed(B4).found()).isEmpty();
    }

    @Test
    void skipPastLastEventGivesOneMatchWhereNoSkipGivesTwo() {
        String[] stages = {"first: {event: letter.a}", "second: {followed-by: letter.b}"};

        assertThat(stages(stages).feed(A1).feed(A2).feed(B3).found())
                .containsExactly("3000 first=a1 second=b3", "3000 first=a2 second=b3");
        assertThat(with("    after-match: skip-past-last-event\n", stages)
                        .feed(A1)
                        .feed(A2)
                        .feed(B3)
                        .found())
                .containsExactly("3000 first=a1 second=b3");
    }

    @Test
    void skipWorksWhenAnAbsenceCompletesTheMatch() {
        String[] stages = {"first: {event: letter.a, times: 2}", "none: {not-followed-by: letter.b}"};
        CareEvent a3 = letter("a", "a3", 3_000, 0, null);

        assertThat(stages(stages).feed(A1).feed(A2).feed(a3).until(60_000).found())
                .containsExactly("11000 first=a1,a2", "12000 first=a2,a3");
        assertThat(with("    after-match: skip-past-last-event\n", stages)
                        .feed(A1)
                        .feed(A2)
                        .feed(a3)
                        .until(60_000)
                        .found())
                .containsExactly("11000 first=a1,a2");
    }

    @Test
    void skipToLastKeepsWhatBeganAtTheStagesLastEvent() {
        assertThat(with(
                                "    after-match: {skip-to-last: first}\n",
                                "first: {event: letter.a, times: 2}",
                                "second: {followed-by: letter.b}")
                        .feed(A1)
                        .feed(A2)
                        .feed(letter("a", "a25", 2_500, 0, null))
                        .feed(B3)
                        .found())
                .containsExactly("3000 first=a1,a2 second=b3", "3000 first=a2,a25 second=b3");
    }

    @Test
    void aConditionReadsFeaturesAndTheMatchRecordsThem() {
        PatternHarness harness = with("    evidence: [y]\n", "first: {event: letter.a, where: first.v > features.x}");

        assertThat(harness.feed(A1).found()).as("an absent feature").isEmpty();
        harness.feature("x", 1.5).feature("y", 7).feed(A2);
        assertThat(harness.found()).containsExactly("2000 first=a2");
        assertThat(harness.matches().get(0).features()).isEqualTo(Map.of("x", 1.5, "y", 7.0));
    }

    @Test
    void anAbsenceRecordsTheFeaturesOfItsDeadline() {
        PatternHarness harness = stages(
                        "first: {event: letter.a, where: features.x < 5.0}", "none: {not-followed-by: letter.b}")
                .feature("x", 1)
                .feed(A1)
                .feature("x", 9)
                .until(60_000);

        assertThat(harness.matches().get(0).features()).isEqualTo(Map.of("x", 9.0));
    }

    @Test
    void parametersSetTheWindowAndAreReadByConditions() {
        String parameters = """
                    parameters:
                      most: {type: number, default: 3.5, min: 1, max: 10}
                      gap: {type: duration, default: 2s, min: 1s, max: 1h}
                """;
        PatternHarness harness = with(
                parameters.indent(0),
                "first: {event: letter.a}",
                "second: {followed-by: letter.b, where: second.v < parameters.most && second.time - first.time >= parameters.gap}");

        assertThat(harness.feed(A1).feed(A2).feed(B3).feed(B4).found()).containsExactly("3000 first=a1 second=b3");
    }

    @Test
    void aMatchHoldsEveryStageInOrderAndAbsencesWithoutEvents() {
        PatternMatch match = stages("first: {event: letter.a}", "none: {not-followed-by: letter.b}")
                .feed(A1)
                .until(60_000)
                .matches()
                .get(0);

        assertThat(match.stages().keySet()).containsExactly("first", "none");
        assertThat(match.stages().get("none")).isEmpty();
        assertThat(match.anchor()).isEqualTo(A1);
        assertThat(match.version()).isEqualTo(1);
    }

    @Test
    void matchesOfOneEventAreOrderedByPatternAndThenByTheirEvents() {
        PatternHarness harness = PatternHarness.ofLetters("""
                patterns:
                  zebra: {description: d, stages: [one: {event: letter.b}]}
                  ant:
                    description: d
                    within: 10s
                    stages: [first: {event: letter.a}, second: {followed-by: letter.b}]
                """);

        assertThat(harness.feed(A2)
                        .feed(letter("a", "a1", 2_500, 0, null))
                        .feed(B3)
                        .found())
                .containsExactly("3000 first=a1 second=b3", "3000 first=a2 second=b3", "3000 one=b3");
    }

    private static PatternHarness single(String stage) {
        return PatternHarness.ofLetters("patterns: {one: {description: d, stages: [first: " + stage + "]}}");
    }

    private static PatternHarness stages(String... stages) {
        return with("", stages);
    }

    /** A pattern within ten seconds. */
    private static PatternHarness with(String more, String... stages) {
        StringBuilder yaml = new StringBuilder("patterns:\n  one:\n    description: d\n    within: 10s\n").append(more);
        yaml.append("    stages:\n");
        for (String stage : stages) {
            yaml.append("      - ").append(stage).append('\n');
        }
        return PatternHarness.ofLetters(yaml.toString());
    }
}
