package io.heed.patterns.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.patterns.LetterEvents;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.Test;

/** What a pattern's author is told, and where. */
class PatternProblemsTest {
    @Test
    void allProblemsAreToldAtOnceWithTheirPlaces() {
        problems("""
                patterns:
                  one:
                    description: d
                    within: 1 day
                    stages:
                      - first: {event: letter.e}
                      - second: {followd-by: letter.b}
                    colour: red
                """)
                .satisfiesExactly(
                        p -> assertThat(p).startsWith("test.yaml:4:13: within is not a duration: 1 day"),
                        p -> assertThat(p)
                                .startsWith("test.yaml:6:24: event type is not declared: letter.e (legal: letter."),
                        p -> assertThat(p)
                                .startsWith(
                                        "test.yaml:7:17: a stage names no event: second (legal: one of event, next"),
                        p -> assertThat(p).startsWith("test.yaml:7:18: unknown key: followd-by"),
                        p -> assertThat(p).startsWith("test.yaml:8:5: unknown key: colour"));
    }

    @Test
    void aConditionThatReadsAFieldThatIsNotThereIsToldAtItsColumn() {
        problems(pattern("- first: {event: letter.a, where: first.v > 1.0 && first.w == 'x'}"))
                .singleElement()
                .asString()
                .startsWith("test.yaml:6:63: undefined field 'w'");
    }

    @Test
    void aConditionMayReadEarlierStagesButNoLaterOnesAndNoAbsences() {
        problems(pattern("- first: {event: letter.a, where: second.v > 1.0}", "- second: {followed-by: letter.b}"))
                .singleElement()
                .asString()
                .contains("undeclared reference to 'second'");
        problems(pattern(
                        "- first: {event: letter.a}",
                        "- none: {not-followed-by: letter.b}",
                        "- last: {followed-by: letter.c, where: none.v > 1.0}"))
                .singleElement()
                .asString()
                .contains("undeclared reference to 'none'");
    }

    @Test
    void aRepeatedEarlierStageIsAListAndNotAnEvent() {
        problems(pattern(
                        "- some: {event: letter.a, times: 2}",
                        "- last: {followed-by: letter.b, where: last.v > some.v}"))
                .isNotEmpty();
    }

    @Test
    void featuresAndParametersMustBeDeclared() {
        problems(pattern("- first: {event: letter.a, where: first.v > features.z}"))
                .singleElement()
                .asString()
                .contains("undefined field 'z'");
        problems(pattern("- first: {event: letter.a, where: first.v > parameters.z}"))
                .singleElement()
                .asString()
                .contains("undefined field 'z'");
        problems(pattern("- first: {event: letter.a}") + "    evidence: [z]\n")
                .singleElement()
                .asString()
                .contains("evidence names no declared feature: z");
    }

    @Test
    void aParameterMustLieWithinItsBounds() {
        problems("""
                patterns:
                  one:
                    description: d
                    parameters:
                      gap: {type: duration, default: 3h, min: 1m, max: 1h}
                    stages: [first: {event: letter.a}]
                """).containsExactly("test.yaml:5:7: parameter gap is not within 1m to 1h: 3h");
    }

    @Test
    void stagesMustFitTogether() {
        problems(pattern("- first: {event: letter.a}", "- b: {not-next: letter.b}", "- c: {not-followed-by: letter.c}"))
                .singleElement()
                .asString()
                .contains("two absences stand side by side: b and c");
        problems(pattern("- first: {followed-by: letter.a}"))
                .singleElement()
                .asString()
                .contains("the first stage has no event: first");
        problems(pattern("- first: {event: letter.a}", "- first: {followed-by: letter.b}"))
                .singleElement()
                .asString()
                .contains("a stage's name stands twice: first");
        problems(pattern("- first: {event: letter.a, optional: true}"))
                .singleElement()
                .asString()
                .contains("a pattern has no stage that must come");
        problems(pattern("- first: {event: letter.a, times: 4-2}"))
                .singleElement()
                .asString()
                .contains("times is not a range from 1: 4-2 (legal: 3, 2-4 or 2+)");
    }

    @Test
    void aPatternOfSeveralEventsNeedsAWindow() {
        problems("""
                patterns:
                  one:
                    description: d
                    stages: [first: {event: letter.a}, second: {followed-by: letter.b}]
                """).containsExactly("test.yaml:2:3: within is missing: one (legal: within: 24h)");
    }

    @Test
    void anUnknownSkipStrategyIsToldWithTheLegalOnes() {
        problems(pattern("- first: {event: letter.a}") + "    after-match: skip-all\n")
                .singleElement()
                .asString()
                .contains(
                        "after-match is no skip strategy: skip-all (legal: no-skip, skip-to-next, skip-past-last-event");
    }

    @Test
    void aParameterIsSetWithinItsBoundsOnly() {
        PatternDefinition definition = PatternDefinitions.read(
                        List.of(new DefinitionFile("test.yaml", """
                patterns:
                  one:
                    description: d
                    within: parameters.gap
                    parameters:
                      gap: {type: duration, default: 1h, min: 1m, max: 2h}
                    stages: [first: {event: letter.a}, second: {followed-by: letter.b}]
                """)), LetterEvents.CATALOGUE, List.of())
                .all()
                .iterator()
                .next();

        assertThat(definition.withParameter("gap", "30m").windowMillis()).isEqualTo(1_800_000);
        assertThatThrownBy(() -> definition.withParameter("gap", "3h"))
                .hasMessage("parameter gap is not within 1m to 2h: 3h");
        assertThatThrownBy(() -> definition.withParameter("cap", "3h"))
                .hasMessage("parameter is not declared by one: cap (legal: [gap])");
    }

    private static String pattern(String... stages) {
        return "patterns:\n  one:\n    description: d\n    within: 10s\n    stages:\n      "
                + String.join("\n      ", stages) + "\n";
    }

    private static ListAssert<String> problems(String yaml) {
        List<DefinitionFile> files = List.of(new DefinitionFile("test.yaml", yaml));
        return assertThatThrownBy(() -> PatternDefinitions.read(files, LetterEvents.CATALOGUE, List.of("x")))
                .asInstanceOf(InstanceOfAssertFactories.throwable(InvalidDefinitionsException.class))
                .extracting(InvalidDefinitionsException::problems)
                .asInstanceOf(InstanceOfAssertFactories.list(String.class));
    }
}
