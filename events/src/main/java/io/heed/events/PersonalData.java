package io.heed.events;

/** Whether a field holds personal data, and what becomes of it before the shuffle. */
public enum PersonalData {
    /** Not personal. */
    NONE,
    /** Replaced by a keyed hash. */
    HASH,
    /** Free text that personal data is taken out of. */
    REDACT
}
