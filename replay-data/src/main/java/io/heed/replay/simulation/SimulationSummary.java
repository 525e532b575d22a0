package io.heed.replay.simulation;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a simulation has written.
 *
 * @param eventsByType how many events of each type, by type
 * @param contactEnds how many contact ends the truth holds
 * @param episodes how many episodes of hidden causes
 * @param messages how many messages with free text
 */
public record SimulationSummary(Map<String, Long> eventsByType, long contactEnds, long episodes, long messages) {
    /** Copies the counts. */
    public SimulationSummary {
        eventsByType = new TreeMap<>(eventsByType);
    }

    /** How many events in all. */
    public long events() {
        return eventsByType.values().stream().mapToLong(Long::longValue).sum();
    }
}
