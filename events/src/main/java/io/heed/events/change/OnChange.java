package io.heed.events.change;

/** What a new version does with what the version before it has open. */
public enum OnChange {
    /** It is dropped. */
    DROP,
    /** The version before lives on until it ends, and begins nothing new. */
    FINISH,
    /** It is dropped, and the events that were kept for the definition run through the new version. */
    REPLAY
}
