package io.heed.patterns;

import static io.heed.patterns.LetterEvents.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Windows of single stages, counted from the event before. */
class StepWindowTest {
    private static final String EACH_SOON_AFTER_THE_OTHER = """
            patterns:
              steps:
                description: An a, a b within five of it, a c within three of that.
                stages:
                  - first: {event: letter.a}
                  - second: {followed-by: letter.b, within: 5ms}
                  - third: {followed-by: letter.c, within: 3ms}
            """;

    private static final String NOTHING_SOON_AFTER_THE_SECOND = """
            patterns:
              silent:
                description: An a and a b, and no c within three of the b.
                within: 100ms
                stages:
                  - first: {event: letter.a}
                  - second: {followed-by: letter.b}
                  - none: {not-followed-by: letter.c, within: 3ms}
            """;

    @Test
    void everyStageMustComeWithinItsOwnWindow() {
        assertThat(found(EACH_SOON_AFTER_THE_OTHER, "a1", "b5", "c7")).containsExactly("7 first=a1 second=b5 third=c7");
        assertThat(found(EACH_SOON_AFTER_THE_OTHER, "a1", "b6", "c7")).isEmpty();
        assertThat(found(EACH_SOON_AFTER_THE_OTHER, "a1", "b5", "c8")).isEmpty();
    }

    @Test
    void aStepThatIsOverLeavesNothingOpen() {
        PatternHarness harness = PatternHarness.ofLetters(EACH_SOON_AFTER_THE_OTHER);
        harness.feed(letter("a", "a1", 1, 0, null)).until(6);

        assertThat(harness.stage().openMatches()).isEmpty();
        assertThat(harness.agenda().open()).isEmpty();
    }

    @Test
    void anAbsenceAtTheEndIsDueAtTheEndOfItsOwnWindow() {
        PatternHarness harness = PatternHarness.ofLetters(NOTHING_SOON_AFTER_THE_SECOND);
        harness.feed(letter("a", "a1", 1, 0, null))
                .feed(letter("b", "b20", 20, 0, null))
                .until(22);
        assertThat(harness.found()).isEmpty();

        assertThat(harness.until(23).found()).containsExactly("23 first=a1 second=b20");
    }

    @Test
    void whatTheAbsenceForbidsEndsIt() {
        assertThat(found(NOTHING_SOON_AFTER_THE_SECOND, "a1", "b20", "c22")).isEmpty();
        assertThat(found(NOTHING_SOON_AFTER_THE_SECOND, "a1", "b20", "c23")).containsExactly("23 first=a1 second=b20");
    }

    @Test
    void aStepLongerThanTheWholeIsRefused() {
        assertThatThrownBy(() ->
                        PatternHarness.ofLetters(NOTHING_SOON_AFTER_THE_SECOND.replace("within: 3ms", "within: 1s")))
                .hasMessageContaining(
                        "within of stage none is longer than that of the whole pattern: 1s (legal: at most 100ms)");
    }

    @Test
    void aStepAfterARepeatedStageIsRefusedWithWhatToWriteInstead() {
        assertThatThrownBy(() -> PatternHarness.ofLetters(NOTHING_SOON_AFTER_THE_SECOND.replace(
                        "{followed-by: letter.b}", "{followed-by: letter.b, times: 2}")))
                .hasMessageContaining("counts from the event before it")
                .hasMessageContaining("legal: a condition such as none.time - second.time < duration('1h')");
    }

    @Test
    void aStepInAPatternOfSlowTypesIsRefused() {
        assertThatThrownBy(
                        () -> PatternHarness.ofLetters(NOTHING_SOON_AFTER_THE_SECOND.replace("letter.c", "letter.s")))
                .hasMessageContaining(
                        "a stage's within does not stand in a pattern with types that arrive late: [letter.s]");
    }

    /** Feeds letters such as b5, a letter with its time, and gives the matches. */
    private static java.util.List<String> found(String yaml, String... letters) {
        PatternHarness harness = PatternHarness.ofLetters(yaml);
        for (String id : letters) {
            harness.feed(letter(id.substring(0, 1), id, Long.parseLong(id.substring(1)), 0, null));
        }
        return harness.until(1_000).found();
    }
}
