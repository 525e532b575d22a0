package io.heed.triggers.contract;

import java.util.Locale;

/** Why the plays decided as they did. */
public enum Reason {
    /** A signal whose play's condition holds. */
    SIGNAL,
    /** A later event that the play names. */
    EVENT,
    /** The time after which it is no use. */
    EXPIRY,
    /** What came of the care, as {@code care.outcome} says. */
    OUTCOME,
    /** The end of the quiet hours. */
    QUIET_HOURS_ENDED,
    /** The customer's quiet hours. */
    QUIET_HOURS,
    /** Another play of the same cause says more. */
    SAME_CAUSE,
    /** A play for another cause is worth more. */
    OUTRANKED,
    /** The play's condition does not hold. */
    CONDITION,
    /** No reason can be said in full, or a value that the play needs is absent. */
    INCOMPLETE,
    /** The customer has not consented to messages of this purpose. */
    CONSENT,
    /** No channel of the play reaches the customer. */
    CHANNEL,
    /** The customer has not consented to profiling. */
    PROFILING,
    /** The customer has had as many messages as the policy allows. */
    CONTACT_CAP,
    /** The customer has had as many offers as the policy allows. */
    OFFER_CAP,
    /** The play, its cause or the customer rests. */
    COOL_DOWN,
    /** The customer must be left alone. */
    STOP_REASON,
    /** The customer belongs to the control group. */
    CONTROL_GROUP,
    /** It happened before the job went live. */
    LIVE_FROM,
    /** The score comes from a shadow model, or the play itself is a shadow. */
    SHADOW,
    /** The play is paused. */
    PAUSED,
    /** The play is no longer defined. */
    PLAY_REMOVED,
    /** The customer's data was erased. */
    ERASURE;

    /** The code that contracts carry, such as quiet-hours. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The reason of a code.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Reason ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
