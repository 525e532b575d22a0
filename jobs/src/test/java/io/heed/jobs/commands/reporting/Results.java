package io.heed.jobs.commands.reporting;

import io.heed.jobs.customer.CareResult;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Evidence;
import io.heed.triggers.contract.Proposal;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.Autonomy;
import io.heed.triggers.play.Said;
import io.heed.triggers.play.Urgency;
import io.heed.triggers.profile.Purpose;
import io.heed.triggers.signal.SignalKind;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** Results as a job gives them. */
final class Results {
    private Results() {}

    /** A step of a trigger {@code customer/play}. */
    static CareResult trigger(String customer, String play, TriggerStep step, String time, double value) {
        return trigger(customer, play, step, time, value, "The bill of " + customer + " is higher than usual.");
    }

    static CareResult trigger(
            String customer, String play, TriggerStep step, String time, double value, String sentence) {
        return trigger(customer + "-" + play, customer, play, step, time, value, sentence);
    }

    /** An update by which another play leads the case of the play that raised the trigger. */
    static CareResult takenOver(String customer, String raisedBy, String play, String time) {
        return trigger(customer + "-" + raisedBy, customer, play, TriggerStep.UPDATED, time, 20, "Now this.");
    }

    private static CareResult trigger(
            String id, String customer, String play, TriggerStep step, String time, double value, String sentence) {
        long millis = Instant.parse(time).toEpochMilli();
        return new CareResult.Triggered(new CareTrigger(
                id,
                step,
                step == TriggerStep.UPDATED ? 1 : 0,
                millis,
                Reason.SIGNAL,
                "",
                customer,
                "higher-bill",
                play,
                1,
                new Said("bill-higher", sentence, Urgency.HIGH),
                new Proposal(
                        "explain-bill", "app", List.of("app"), true, Purpose.SERVICE, Autonomy.AUTO, 0.5, value, 1),
                null,
                millis,
                millis + 86_400_000,
                new Evidence(SignalKind.PATTERN, "bill-spike", 1, millis, List.of(), new TreeMap<>(), null),
                List.of(),
                "",
                false));
    }

    static CareResult decision(String customer, String play, DecisionOutcome outcome, Reason reason, String time) {
        return new CareResult.Decided(new Decision(
                Instant.parse(time).toEpochMilli(),
                customer,
                play,
                "higher-bill",
                "bill-spike",
                customer + "-" + play,
                outcome,
                0,
                reason,
                "",
                1,
                0,
                false));
    }
}
