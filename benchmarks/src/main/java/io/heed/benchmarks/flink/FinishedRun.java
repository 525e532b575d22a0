package io.heed.benchmarks.flink;

import java.util.Map;

/**
 * A run that came to its end.
 *
 * @param counts what the job's accumulators hold, by name
 */
public record FinishedRun(Measurement measurement, Map<String, Object> counts) {
    /** Copies the counts. */
    public FinishedRun {
        counts = Map.copyOf(counts);
    }

    /** A count, 0 where the job never counted it. */
    public long count(String name) {
        return counts.get(name) instanceof Long count ? count : 0;
    }
}
