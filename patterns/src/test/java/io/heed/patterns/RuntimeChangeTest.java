package io.heed.patterns;

import static io.heed.patterns.LetterEvents.letter;
import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.change.ChangeAction;
import io.heed.events.change.OnChange;
import org.junit.jupiter.api.Test;

/** What a change does to what is open, each in a stream that can be followed by hand. */
class RuntimeChangeTest {
    private static final String A_THEN_B_WITHIN_10 = """
            patterns:
              pair:
                description: An a, then a b within ten milliseconds.
                within: 10ms
                keep-events: 10
                stages:
                  - first: {event: letter.a}
                  - second: {followed-by: letter.b}
            """;

    private static final String A_THEN_B_WITHIN_20 =
            A_THEN_B_WITHIN_10.replace("within: 10ms", "version: 2\n    within: 20ms");

    private static final String A_WITHOUT_B_FOR_30 = """
            patterns:
              unused:
                description: An a without a b for thirty milliseconds.
                within: 30ms
                keep-events: 10
                stages:
                  - first: {event: letter.a}
                  - used: {not-followed-by: letter.b}
            """;

    private static final String A_WITHOUT_B_FOR_20 =
            A_WITHOUT_B_FOR_30.replace("within: 30ms", "version: 2\n    within: 20ms");

    @Test
    void dropForgetsWhatTheVersionBeforeHadOpen() {
        PatternHarness harness = PatternHarness.ofLetters(A_THEN_B_WITHIN_10)
                .apply(15, A_THEN_B_WITHIN_20, OnChange.DROP)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("b", "b16", 16, 0, null))
                .feed(letter("a", "a17", 17, 0, null))
                .feed(letter("b", "b30", 30, 0, null));

        // a10 was open under version 1 and is dropped at 15; a17 and b30 are 13 apart, which version 2 allows.
        assertThat(harness.foundByVersion()).containsExactly("pair@2 live 30 first=a17 second=b30");
    }

    @Test
    void finishLetsTheVersionBeforeEndWhatItHadOpenAndBeginNothing() {
        PatternHarness harness = PatternHarness.ofLetters(A_THEN_B_WITHIN_10)
                .apply(15, A_THEN_B_WITHIN_20, OnChange.FINISH)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("a", "a16", 16, 0, null))
                .feed(letter("b", "b18", 18, 0, null));

        // a10 is finished by version 1, whose window ends at 20; a16 belongs to version 2 alone.
        assertThat(harness.foundByVersion())
                .containsExactly("pair@1 live 18 first=a10 second=b18", "pair@2 live 18 first=a16 second=b18");
        assertThat(harness.until(100).stage().openMatches()).isEmpty();
        assertThat(harness.count("open pair@1")).isZero();
    }

    @Test
    void finishEndsWithTheWindowOfTheVersionBefore() {
        PatternHarness harness = PatternHarness.ofLetters(A_THEN_B_WITHIN_10)
                .apply(15, A_THEN_B_WITHIN_20, OnChange.FINISH)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("b", "b20", 20, 0, null));

        assertThat(harness.foundByVersion()).isEmpty();
        assertThat(harness.stage().openMatches()).isEmpty();
    }

    @Test
    void replayRunsTheKeptEventsThroughTheNewVersion() {
        PatternHarness harness = PatternHarness.ofLetters(A_THEN_B_WITHIN_10)
                .apply(25, A_THEN_B_WITHIN_20, OnChange.REPLAY)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("b", "b28", 28, 0, null));

        // Version 1 gave a10 up at 20. Version 2 takes it up again at 25 and is still waiting at 28.
        assertThat(harness.foundByVersion()).containsExactly("pair@2 live 28 first=a10 second=b28");
    }

    @Test
    void replayDoesNotGiveWhatIsPast() {
        PatternHarness harness = PatternHarness.ofLetters(A_THEN_B_WITHIN_10)
                .apply(40, A_THEN_B_WITHIN_20, OnChange.REPLAY)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("b", "b25", 25, 0, null))
                .until(100);

        // Under version 2 b25 would have completed a10, but that moment is gone.
        assertThat(harness.foundByVersion()).isEmpty();
    }

    @Test
    void aDeadlineThatIsPastInTheReplayIsDueWhenTheChangeTakesEffect() {
        PatternHarness harness = PatternHarness.ofLetters(A_WITHOUT_B_FOR_30)
                .apply(35, A_WITHOUT_B_FOR_20, OnChange.REPLAY)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("a", "a20", 20, 0, null))
                .until(100);

        // a10's twenty milliseconds ended at 30, so it is due at 35; a20's end at 40, in its turn.
        assertThat(harness.foundByVersion())
                .containsExactly("unused@2 live 35 first=a10", "unused@2 live 40 first=a20");
    }

    @Test
    void replayDoesNotGiveAgainWhatTheVersionBeforeGave() {
        PatternHarness harness = PatternHarness.ofLetters(A_WITHOUT_B_FOR_30)
                .apply(45, A_WITHOUT_B_FOR_20, OnChange.REPLAY)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("a", "a20", 20, 0, null))
                .until(100);

        // a10 was given at 40 by version 1; a20 was not, and is overdue at 45.
        assertThat(harness.foundByVersion())
                .containsExactly("unused@1 live 40 first=a10", "unused@2 live 45 first=a20");
    }

    @Test
    void replayIsDoneOnceForEachCustomer() {
        PatternHarness harness = PatternHarness.ofLetters(A_WITHOUT_B_FOR_30)
                .apply(35, A_WITHOUT_B_FOR_20, OnChange.REPLAY)
                .feed(letter("a", "a10", 10, 0, null))
                .until(36);

        assertThat(harness.stage().nextReplayMillis(1_000)).isEqualTo(Long.MAX_VALUE);
        assertThat(harness.until(1_000).foundByVersion()).containsExactly("unused@2 live 35 first=a10");
    }

    @Test
    void aCustomerWhoComesAfterTheChangeHasNothingToReplay() {
        PatternHarness harness = PatternHarness.ofLetters(A_WITHOUT_B_FOR_30)
                .apply(35, A_WITHOUT_B_FOR_20, OnChange.REPLAY)
                .feed(letter("a", "a50", 50, 0, null));

        assertThat(harness.stage().nextReplayMillis(1_000)).isEqualTo(Long.MAX_VALUE);
        assertThat(harness.until(1_000).foundByVersion()).containsExactly("unused@2 live 70 first=a50");
    }

    @Test
    void onlyTheLastKeptEventsAreReplayed() {
        String keepsTwo = A_WITHOUT_B_FOR_30.replace("keep-events: 10", "keep-events: 2");
        PatternHarness harness = PatternHarness.ofLetters(keepsTwo)
                .apply(35, A_WITHOUT_B_FOR_20, OnChange.REPLAY)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("a", "a11", 11, 0, null))
                .feed(letter("a", "a12", 12, 0, null))
                .until(36);

        assertThat(harness.foundByVersion())
                .containsExactly("unused@2 live 35 first=a11", "unused@2 live 35 first=a12");
    }

    @Test
    void theReplaySeesTheFeaturesThatTheEventsSaw() {
        String withFeature =
                A_WITHOUT_B_FOR_30.replace("{event: letter.a}", "{event: letter.a, where: features.x > 1.0}");
        PatternHarness harness = PatternHarness.ofLetters(withFeature)
                .apply(35, withFeature.replace("within: 30ms", "version: 2\n    within: 20ms"), OnChange.REPLAY)
                .feature("x", 2)
                .feed(letter("a", "a10", 10, 0, null))
                .feature("x", 0)
                .feed(letter("a", "a11", 11, 0, null))
                .until(36);

        assertThat(harness.foundByVersion()).containsExactly("unused@2 live 35 first=a10");
    }

    @Test
    void aShadowRunsBesideTheVersionInForceAndKeepsWhatItHasOpenWhenItIsPromoted() {
        PatternHarness harness = PatternHarness.ofLetters(A_THEN_B_WITHIN_10)
                .shadow(5, A_THEN_B_WITHIN_20)
                .change(25, ChangeAction.PROMOTE, "pair", OnChange.DROP)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("b", "b15", 15, 0, null))
                .feed(letter("a", "a20", 20, 0, null))
                .feed(letter("b", "b32", 32, 0, null));

        assertThat(harness.foundByVersion())
                .containsExactly(
                        "pair@1 live 15 first=a10 second=b15",
                        "pair@2 shadow 15 first=a10 second=b15",
                        "pair@2 live 32 first=a20 second=b32");
        assertThat(harness.count("held-back pair@2")).isEqualTo(1);
        assertThat(harness.count("matches pair@2")).isEqualTo(1);
    }

    @Test
    void aPausedPatternGoesOnFollowingAndGivesNothing() {
        PatternHarness harness = PatternHarness.ofLetters(A_WITHOUT_B_FOR_30)
                .change(20, ChangeAction.PAUSE, "unused", OnChange.DROP)
                .change(50, ChangeAction.RESUME, "unused", OnChange.DROP)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("a", "a25", 25, 0, null))
                .feed(letter("b", "b45", 45, 0, null))
                .feed(letter("a", "a46", 46, 0, null))
                .until(200);

        // a25 was used at 45, during the pause, and must not be called unused at 55.
        assertThat(harness.foundByVersion())
                .containsExactly("unused@1 paused 40 first=a10", "unused@1 live 76 first=a46");
    }

    @Test
    void aRemovedPatternLeavesNothing() {
        PatternHarness harness = PatternHarness.ofLetters(A_THEN_B_WITHIN_10.replace("    keep-events: 10\n", ""))
                .change(15, ChangeAction.REMOVE, "pair", OnChange.DROP)
                .feed(letter("a", "a10", 10, 0, null))
                .feed(letter("b", "b16", 16, 0, null))
                .until(100);

        assertThat(harness.foundByVersion()).isEmpty();
        assertThat(harness.bytes()).isZero();
        assertThat(harness.count("open pair@1")).isZero();
    }

    @Test
    void whatWasKeptForARemovedPatternGoesWhenItsCustomerIsVisited() {
        PatternHarness harness = PatternHarness.ofLetters(A_THEN_B_WITHIN_10)
                .change(15, ChangeAction.REMOVE, "pair", OnChange.DROP)
                .feed(letter("a", "a10", 10, 0, null))
                .until(14);
        assertThat(harness.bytes()).isPositive();

        harness.until(15).stage().tidy(15);

        assertThat(harness.bytes()).isZero();
        assertThat(harness.agenda().open()).isEmpty();
    }

    @Test
    void theTimeOfTheEventAloneSaysWhichVersionHandlesIt() {
        PatternHarness harness = PatternHarness.ofLetters(A_THEN_B_WITHIN_10)
                .apply(15, A_THEN_B_WITHIN_20.replace("letter.b", "letter.c"), OnChange.DROP)
                .feed(letter("a", "a1", 1, 0, null))
                .feed(letter("b", "b14", 14, 0, null))
                .feed(letter("a", "a14", 14, 0, null))
                .feed(letter("a", "a15", 15, 0, null))
                .feed(letter("b", "b15", 15, 0, null))
                .feed(letter("c", "c16", 16, 0, null));

        assertThat(harness.foundByVersion()).containsExactly("pair@2 live 16 first=a15 second=c16");
    }
}
