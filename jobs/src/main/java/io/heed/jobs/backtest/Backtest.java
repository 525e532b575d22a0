package io.heed.jobs.backtest;

import java.time.LocalDate;
import java.util.List;

/**
 * What changed definitions would have given, beside what those in force gave.
 *
 * @param notes what the reader should know about how they were compared
 * @param changed the names of the definitions that were changed
 * @param patterns the changed patterns
 * @param plays the plays that were changed or react to a changed pattern
 * @param others all other plays whose triggers are not the same on both sides
 * @param raisedBefore the triggers of all plays on the old side
 * @param raisedAfter the triggers of all plays on the new side
 * @param days the days that the recording covers
 */
public record Backtest(
        List<String> notes,
        List<String> changed,
        List<PatternComparison> patterns,
        List<PlayComparison> plays,
        List<PlayComparison> others,
        long raisedBefore,
        long raisedAfter,
        List<LocalDate> days) {
    /** Copies the lists. */
    public Backtest {
        notes = List.copyOf(notes);
        changed = List.copyOf(changed);
        patterns = List.copyOf(patterns);
        plays = List.copyOf(plays);
        others = List.copyOf(others);
        days = List.copyOf(days);
    }
}
