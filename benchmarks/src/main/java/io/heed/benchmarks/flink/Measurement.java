package io.heed.benchmarks.flink;

/**
 * One run of a job.
 *
 * @param events how many records it read
 * @param wallNanos how long it ran
 * @param cpuNanos how much time of all cores the process took meanwhile
 */
record Measurement(long events, long wallNanos, long cpuNanos) {
    /** Checks that there was something to measure. */
    Measurement {
        if (events < 1) {
            throw new IllegalArgumentException("events are not above 0: " + events);
        }
    }

    double eventsPerSecond() {
        return events * 1e9 / wallNanos;
    }

    double wallMicrosPerEvent() {
        return wallNanos / 1e3 / events;
    }

    double cpuMicrosPerEvent() {
        return cpuNanos / 1e3 / events;
    }
}
