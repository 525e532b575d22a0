package io.heed.jobs.evaluation;

/** Which episodes of a cause a play could find. */
enum Scope {
    /** All of them. */
    ANY,
    /** Those that made the customer get in touch. */
    CONTACTED,
    /** Those behind a bill well above the usual one. */
    BILLED
}
