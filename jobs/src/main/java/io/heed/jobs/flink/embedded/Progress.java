package io.heed.jobs.flink.embedded;

/** Told every half second how far a job has come; called by a thread of its own. */
@FunctionalInterface
public interface Progress {
    /** Takes the counts so far. */
    void reached(JobTotals soFar);
}
