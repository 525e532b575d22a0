package io.heed.triggers.contract;

/** What was decided. */
public enum DecisionOutcome {
    RAISED,
    UPDATED,
    WITHDRAWN,
    EXPIRED,
    CLOSED,
    /** Held back for good; the reason says why. */
    HELD,
    /** Held until {@code notBefore}, then decided again. */
    DELAYED,
    /** Added to a case without changing what it proposes. */
    JOINED,
    /** An outcome of care that changes no case. */
    NOTED,
    /** All data of the customer was forgotten; sinks must forget it too. */
    ERASED
}
