package io.heed.jobs.flink.embedded;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of every record of a job, by the names of its counters.
 *
 * @param counts the counters; one that is not there counts as 0
 */
public record JobTotals(Map<String, Long> counts) {
    /** What can become of a record; each is counted under exactly one of these. */
    public static final List<String> FATES =
            List.of("handled", "duplicate", "late", "erased", "unattributed", "shared", "deadLetters");

    /** Copies the counts, by name. */
    public JobTotals {
        counts = new TreeMap<>(counts);
    }

    /** The totals of Flink's accumulators; what is no count is left out. */
    static JobTotals of(Map<String, Object> accumulators) {
        Map<String, Long> counts = new TreeMap<>();
        accumulators.forEach((name, value) -> {
            if (value instanceof Long count) {
                counts.put(name, count);
            }
        });
        return new JobTotals(counts);
    }

    /** The count of that name. */
    public long of(String name) {
        return counts.getOrDefault(name, 0L);
    }

    /** How many records came in. */
    public long records() {
        return of("records");
    }

    /** How many records met one of the {@link #FATES}. */
    public long accountedFor() {
        return FATES.stream().mapToLong(this::of).sum();
    }

    /** Whether nothing was lost: every record that came in met its fate. */
    public boolean addUp() {
        return records() == accountedFor();
    }
}
