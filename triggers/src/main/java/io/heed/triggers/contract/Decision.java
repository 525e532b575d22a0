package io.heed.triggers.contract;

import java.util.Locale;

/**
 * One line of the decision log: what was decided for a customer and why, above all what was held back.
 *
 * @param timeMillis when, in event time
 * @param play the play, "" for decisions about no play
 * @param cause the trouble that the play answers
 * @param signal the pattern or model, "" where there is none
 * @param triggerId the trigger that was or would have been raised
 * @param step which one of the trigger's decisions of this kind, such as the number of an update
 * @param detail what exactly led to it, for people
 * @param priority probability times the value to the customer, NaN where it was not worked out
 * @param notBeforeMillis when a delayed play is decided again, 0 otherwise
 * @param control whether the customer belongs to the control group
 */
public record Decision(
        long timeMillis,
        String customer,
        String play,
        String cause,
        String signal,
        String triggerId,
        DecisionOutcome outcome,
        int step,
        Reason reason,
        String detail,
        double priority,
        long notBeforeMillis,
        boolean control) {
    /** An id that a replay gives again. */
    public String id() {
        String what = outcome.name().toLowerCase(Locale.ROOT) + "/" + reason.code() + "/" + timeMillis;
        String whom = triggerId.isEmpty() ? customer : triggerId;
        return whom + "/" + what + (play.isEmpty() ? "" : "/" + play) + (step == 0 ? "" : "/" + step);
    }

    /** The record that tells sinks to forget a customer. */
    public static Decision erased(String customer, long timeMillis) {
        return new Decision(
                timeMillis,
                customer,
                "",
                "",
                "",
                "",
                DecisionOutcome.ERASED,
                0,
                Reason.ERASURE,
                "customer.erased",
                Double.NaN,
                0,
                false);
    }
}
