package io.heed.jobs.backtest;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A play on both sides.
 *
 * @param signal the pattern or model that it reacts to on the new side
 * @param versionBefore its version on the old side, 0 where there is none
 * @param versionAfter its version on the new side
 * @param days the triggers of each day
 * @param held how often it was held back, by reason
 */
public record PlayComparison(
        String play,
        String signal,
        int versionBefore,
        int versionAfter,
        Comparison triggers,
        List<DayCount> days,
        SortedMap<String, Counts> held,
        @Nullable Quality qualityBefore,
        @Nullable Quality qualityAfter) {
    /** A count of both sides. */
    public record Counts(long before, long after) {}

    /** Copies the collections. */
    public PlayComparison {
        days = List.copyOf(days);
        held = new TreeMap<>(held);
    }

    /** Whether the play itself was changed, not only what it reacts to. */
    public boolean isChanged() {
        return versionBefore != versionAfter;
    }

    /** Whether both sides raised the same at the same times. */
    public boolean isUnchanged() {
        return triggers.isUnchanged();
    }
}
