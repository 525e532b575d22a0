package io.heed.triggers.play;

/** What a later event does to a ground that a play gave for a case. */
public enum ChangeKind {
    /** The cause is gone: the ground is withdrawn. */
    CLEARS,
    /** It is too late to act: the ground expires. */
    EXPIRES,
    /** More is known: the reason, the sentence or the urgency changes. */
    UPDATES
}
