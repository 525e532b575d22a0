package io.heed.jobs.patternoracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.patterns.LetterEvents;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A pattern that was away for a while has missed events, and must not say that they did not happen. */
class ReturningPatternTest {
    private static final PatternDefinitions WITH = definitions("""
            patterns:
              no-b:
                description: An a without a b.
                within: 10ms
                stages: [p: {event: letter.a}, q: {not-followed-by: letter.b}]
            """);
    private static final PatternDefinitions WITHOUT = definitions("patterns: {}");

    @Test
    void whatWasOpenBeforeItWentAwayIsDroppedWhenItComesBack() throws Exception {
        Snapshot left = after(WITH, null, letter("a", 5), passes(6));
        Snapshot away = after(WITHOUT, left, letter("b", 8), passes(9));

        try (Subtasks back = start(WITH, away)) {
            back.take(letter("a", 10));
            back.take(passes(40));

            assertThat(back.found()).containsExactly("no-b/c1/20 p=10");
            assertThat(back.remains()).noneMatch(state -> state.startsWith("patterns.open"));
        }
    }

    @Test
    void whatNeverWentAwayGoesOn() throws Exception {
        Snapshot left = after(WITH, null, letter("a", 5), passes(6));
        Snapshot again = after(WITH, left, letter("c", 8), passes(9));

        try (Subtasks back = start(WITH, again)) {
            back.take(passes(40));

            assertThat(back.found()).containsExactly("no-b/c1/15 p=5");
        }
    }

    private static Snapshot after(PatternDefinitions definitions, @Nullable Snapshot from, Step... steps)
            throws Exception {
        try (Subtasks subtasks = start(definitions, from)) {
            for (Step step : steps) {
                subtasks.take(step);
            }
            Snapshot snapshot = subtasks.snapshot(true);
            snapshot.write();
            return snapshot;
        }
    }

    private static Subtasks start(PatternDefinitions definitions, @Nullable Snapshot from) throws Exception {
        return Subtasks.start(new Subtasks.Setup(definitions, 1, false), from);
    }

    private static Step letter(String letter, long timeMillis) {
        return new Step.Arrives(LetterEvents.letter(letter, String.valueOf(timeMillis), timeMillis, 0, null));
    }

    private static Step passes(long timeMillis) {
        return new Step.Passes(timeMillis);
    }

    private static PatternDefinitions definitions(String yaml) {
        return PatternDefinitions.read(List.of(new DefinitionFile("x.yaml", yaml)), LetterEvents.CATALOGUE, List.of());
    }
}
