package io.heed.patterns.definition;

/** What a new version of a pattern does with the open matches of the version before it. */
public enum OnChange {
    /** They are dropped. */
    DROP,
    /** The version before lives on until they end. */
    FINISH,
    /** The customer's latest events run through the new version. */
    REPLAY
}
