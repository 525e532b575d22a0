package io.heed.patterns;

import static io.heed.patterns.LetterEvents.letter;
import static io.heed.patterns.LetterEvents.slow;
import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import org.junit.jupiter.api.Test;

/** Patterns over {@code letter.s}, whose events usually arrive six seconds late. All windows are ten seconds. */
class SlowSourcesTest {
    private static final CareEvent A = letter("a", "a", 1_000, 0, null);

    @Test
    void anAbsenceWaitsForTheUsualDelayOfASlowType() {
        PatternHarness harness = unusedForTenSeconds().feed(A);

        assertThat(harness.until(16_999).found()).isEmpty();
        assertThat(harness.until(17_000).found()).containsExactly("17000 first=a");
    }

    @Test
    void aSlowEventOfTheWindowEndsTheAbsenceThoughItArrivesAfterTheWindow() {
        assertThat(unusedForTenSeconds()
                        .feed(A)
                        .feed(slow("s", "s", 10_999, 16_999, 0, null))
                        .until(60_000)
                        .found())
                .isEmpty();
    }

    @Test
    void aSlowEventThatHappenedAfterTheWindowDoesNotEndTheAbsence() {
        assertThat(unusedForTenSeconds()
                        .feed(A)
                        .feed(slow("s", "s", 11_000, 12_000, 0, null))
                        .until(60_000)
                        .found())
                .containsExactly("17000 first=a");
    }

    @Test
    void aPromptEventAfterTheWindowDoesNotEndTheAbsence() {
        assertThat(unusedForTenSeconds()
                        .feed(A)
                        .feed(letter("b", "b", 11_000, 0, null))
                        .until(60_000)
                        .found())
                .containsExactly("17000 first=a");
        assertThat(unusedForTenSeconds()
                        .feed(A)
                        .feed(letter("b", "b", 10_999, 0, null))
                        .until(60_000)
                        .found())
                .isEmpty();
    }

    @Test
    void aSlowEventThatHappenedBeforeTheFirstIsNoSuccessor() {
        assertThat(unusedForTenSeconds()
                        .feed(A)
                        .feed(slow("s", "s", 999, 2_000, 0, null))
                        .until(60_000)
                        .found())
                .containsExactly("17000 first=a");
    }

    @Test
    void aWindowBeginsWithTheFirstEventsOwnTimeNotWithItsArrival() {
        CareEvent bill = slow("s", "s", 1_000, 7_000, 0, null);

        assertThat(slowThenPrompt()
                        .feed(bill)
                        .feed(letter("b", "b", 10_999, 0, null))
                        .found())
                .containsExactly("10999 first=s second=b");
        assertThat(slowThenPrompt()
                        .feed(bill)
                        .feed(letter("b", "b", 11_000, 0, null))
                        .found())
                .isEmpty();
        assertThat(slowThenPrompt().feed(bill).until(16_999).stage().openMatches())
                .isNotEmpty();
        assertThat(slowThenPrompt().feed(bill).until(17_000).stage().openMatches())
                .isEmpty();
    }

    @Test
    void aFirstEventThatArrivesAfterItsOwnDeadlineBeginsNothing() {
        PatternHarness harness = slowThenPrompt().feed(slow("s", "s", 1_000, 17_000, 0, null));

        assertThat(harness.stage().openMatches()).isEmpty();
        assertThat(harness.agenda().open()).isEmpty();
    }

    @Test
    void aMatchCompletedByASlowEventComesTrueAtItsArrival() {
        PatternHarness harness = PatternHarness.ofLetters("""
                patterns:
                  slow:
                    description: d
                    within: 10s
                    stages: [first: {event: letter.a}, second: {followed-by: letter.s}]
                """);

        assertThat(harness.feed(A).feed(slow("s", "s", 5_000, 14_000, 0, null)).found())
                .containsExactly("14000 first=a second=s");
    }

    @Test
    void twoSlowFirstEventsKeepTheirOwnDeadlines() {
        PatternHarness harness = PatternHarness.ofLetters("""
                patterns:
                  slow:
                    description: d
                    within: 10s
                    stages: [first: {event: letter.s}, none: {not-followed-by: letter.b}]
                """);

        harness.feed(slow("s", "late", 1_000, 8_000, 0, null)).feed(slow("s", "quick", 500, 8_000, 0, null));
        assertThat(harness.until(60_000).found()).containsExactly("16500 first=quick", "17000 first=late");
    }

    private static PatternHarness unusedForTenSeconds() {
        return PatternHarness.ofLetters("""
                patterns:
                  unused:
                    description: d
                    within: 10s
                    stages: [first: {event: letter.a}, none: {not-followed-by: [letter.b, letter.s]}]
                """);
    }

    private static PatternHarness slowThenPrompt() {
        return PatternHarness.ofLetters("""
                patterns:
                  slow:
                    description: d
                    within: 10s
                    stages: [first: {event: letter.s}, second: {followed-by: letter.b}]
                """);
    }
}
