package io.heed.triggers.contract;

/** The steps in the life of a care trigger. */
public enum TriggerStep {
    /** Someone should act. */
    RAISED,
    /** More is known; what was said before no longer counts. */
    UPDATED,
    /** The cause is gone, or the customer must not be reached any more: do not act. */
    WITHDRAWN,
    /** It is too late to act. */
    EXPIRED,
    /** Its outcome is known and nothing is left to do. */
    CLOSED
}
