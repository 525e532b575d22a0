package io.heed.jobs.backtest;

import io.heed.patterns.definition.PatternDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A changed pattern on both sides.
 *
 * @param before the definition in force, null where the pattern is new
 * @param plays the plays that react to it on the new side
 * @param days the matches of each day
 */
public record PatternComparison(
        @Nullable PatternDefinition before,
        PatternDefinition after,
        List<String> plays,
        Comparison matches,
        List<DayCount> days) {
    /** Copies the lists. */
    public PatternComparison {
        plays = List.copyOf(plays);
        days = List.copyOf(days);
    }
}
