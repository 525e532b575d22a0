package io.heed.events.change;

/** What can be changed while a job runs. */
public enum DefinitionKind {
    /** A situation in a customer's events. */
    PATTERN,
    /** What to do about a signal. */
    PLAY,
    /** A number about a customer. */
    FEATURE,
    /** Which versions of a model serve whom. */
    MODEL
}
