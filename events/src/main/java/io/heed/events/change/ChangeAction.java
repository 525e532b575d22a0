package io.heed.events.change;

/** What a change does to a definition. */
public enum ChangeAction {
    /** Adds it, or puts a new version in the place of the one that runs. */
    APPLY,
    /** Puts a new version in place that differs in parameters alone. */
    SET,
    /** Takes it away. */
    REMOVE,
    /** Lets it go on following its customers without giving anything. */
    PAUSE,
    /** Ends a pause. */
    RESUME,
    /** Puts the shadow in the place of what runs. */
    PROMOTE
}
