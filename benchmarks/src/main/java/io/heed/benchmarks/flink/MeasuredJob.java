package io.heed.benchmarks.flink;

import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that is measured; it must count its records in the accumulator {@code records}. */
@FunctionalInterface
public interface MeasuredJob {
    /** Adds the job, outputs that take everything included. */
    void addTo(StreamExecutionEnvironment environment);
}
