package io.heed.jobs.patternoracle;

/** What happens to a job in the middle of a stream. */
enum Disturbance {
    /** Nothing. */
    NONE,
    /** It dies some time after a checkpoint and starts again from it. */
    CRASH,
    /** It is started at another parallelism, twice. */
    RESCALING,
    /** It is started from a savepoint with other patterns, and now and then with another state backend. */
    CHANGE
}
