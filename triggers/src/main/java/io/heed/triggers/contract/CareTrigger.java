package io.heed.triggers.contract;

import io.heed.triggers.play.Message;
import io.heed.triggers.play.Said;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One step of a care trigger: who, what, why, how urgent, and what to do.
 *
 * @param triggerId the same for all steps: a hash of play, customer, signal, anchor event and due time
 * @param revision 0 when raised, one more with every update
 * @param timeMillis when it was decided, in event time
 * @param because why this step was taken
 * @param detail what exactly led to this step, such as the rule or the outcome
 * @param cause the trouble that it answers
 * @param said the reason code, the sentence for the care agent, and how urgent it is
 * @param message the text for the customer, null where the action has none
 * @param notBeforeMillis the earliest useful time
 * @param expiresMillis from when on it is no use
 * @param alsoSeenBy other plays that answer the same cause
 * @param arm the arm of the model that gave the signal; "" for a pattern
 * @param control whether the customer belongs to the control group; a trigger that is sent never does
 */
public record CareTrigger(
        String triggerId,
        TriggerStep step,
        int revision,
        long timeMillis,
        Reason because,
        String detail,
        String customer,
        String cause,
        String play,
        int playVersion,
        Said said,
        Proposal proposal,
        @Nullable Message message,
        long notBeforeMillis,
        long expiresMillis,
        Evidence evidence,
        List<String> alsoSeenBy,
        String arm,
        boolean control) {
    /** Copies the list. */
    public CareTrigger {
        alsoSeenBy = List.copyOf(alsoSeenBy);
    }

    /** The CloudEvents id: trigger and step, for updates with their number, so that one seen twice is kept once. */
    public String id() {
        String stepName = step.name().toLowerCase(Locale.ROOT);
        return triggerId + "/" + stepName + (step == TriggerStep.UPDATED ? "/" + revision : "");
    }
}
