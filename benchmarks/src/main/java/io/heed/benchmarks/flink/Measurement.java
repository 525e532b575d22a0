package io.heed.benchmarks.flink;

/**
 * One run of a job.
 *
 * @param events how many records it read
 * @param wallNanos how long it ran
 * @param cpuNanos how much time of all cores the process took meanwhile
 */
public record Measurement(long events, long wallNanos, long cpuNanos) {
    /** Checks that there was something to measure. */
    public Measurement {
        if (events < 1) {
            throw new IllegalArgumentException("events are not above 0: " + events);
        }
    }

    /** How many records it read in a second. */
    public double eventsPerSecond() {
        return events * 1e9 / wallNanos;
    }

    /** How long it took for a record. */
    public double wallMicrosPerEvent() {
        return wallNanos / 1e3 / events;
    }

    /** How much time of all cores a record took. */
    public double cpuMicrosPerEvent() {
        return cpuNanos / 1e3 / events;
    }
}
