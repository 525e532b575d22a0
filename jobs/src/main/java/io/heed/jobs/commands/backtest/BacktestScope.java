package io.heed.jobs.commands.backtest;

import java.util.List;

/**
 * What a backtest went over.
 *
 * @param events the files of events
 * @param records how many records stand in them
 */
public record BacktestScope(String workspace, List<String> events, long records) {
    /** Copies the names. */
    public BacktestScope {
        events = List.copyOf(events);
    }
}
