package io.heed.triggers.decision;

import io.heed.events.CareEvent;
import io.heed.triggers.arbitration.Rests;
import io.heed.triggers.cases.CaseFile;
import io.heed.triggers.cases.Ground;
import io.heed.triggers.cases.OpenCase;
import io.heed.triggers.cases.PastTrigger;
import io.heed.triggers.cases.PastTriggers;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.Autonomy;
import io.heed.triggers.play.CompiledPlay;
import io.heed.triggers.play.Policy;
import io.heed.triggers.play.Said;
import io.heed.triggers.play.Urgency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the plays learn from what came of a trigger:
 *
 * <ul>
 *   <li>delivered, reached: the case stays open until its trouble is known to be over;
 *   <li>solved, already-solved: the case closes and the play cools down from now on;
 *   <li>wrong-reason: the case closes and the play rests for twice its cool-down, since it misjudged this customer;
 *   <li>declined: the case closes and all advice and offers for the cause rest;
 *   <li>annoyed: the case closes, the play rests, and no advice or offer reaches the customer for long;
 *   <li>escalated: the case stays, urgent and for people to approve, while someone looks after it.
 * </ul>
 */
final class Outcomes {
    private final Policy policy;
    private final Map<String, CompiledPlay> plays;
    private final CaseFile cases;
    private final PastTriggers past;
    private final Rests rests;
    private final CaseWork work;

    Outcomes(
            Policy policy,
            Map<String, CompiledPlay> plays,
            CaseFile cases,
            PastTriggers past,
            Rests rests,
            CaseWork work) {
        this.policy = policy;
        this.plays = plays;
        this.cases = cases;
        this.past = past;
        this.rests = rests;
        this.work = work;
    }

    void apply(CareEvent event, Sitting sitting) {
        String triggerId = String.valueOf(event.text("triggerId"));
        String outcome = String.valueOf(event.text("outcome"));
        PastTrigger trigger = past.find(triggerId);
        if (trigger == null) {
            note(triggerId, "", "", outcome + " of a trigger that is unknown", sitting);
            return;
        }
        rest(trigger, outcome, sitting.nowMillis());
        OpenCase open = cases.find(trigger.cause());
        Ground lead = open == null || !open.triggerId().equals(triggerId) ? null : open.lead();
        if (open == null || lead == null) {
            note(triggerId, trigger.play(), trigger.cause(), outcome + " of a case that is over", sitting);
            return;
        }
        switch (outcome) {
            case "solved", "already-solved", "wrong-reason", "declined", "annoyed" ->
                work.end(open, lead, TriggerStep.CLOSED, Reason.OUTCOME, outcome, sitting);
            case "escalated" -> escalate(open, lead, sitting);
            default -> note(triggerId, lead.play(), open.cause(), outcome, sitting);
        }
    }

    private void rest(PastTrigger trigger, String outcome, long nowMillis) {
        CompiledPlay play = plays.get(trigger.play());
        long coolDownMillis = play == null ? 0 : play.play().coolDownMillis();
        Policy.RestTimes times = policy.rests();
        switch (outcome) {
            case "solved", "already-solved" -> rests.restPlay(trigger.play(), nowMillis, nowMillis + coolDownMillis);
            case "wrong-reason" -> rests.restPlay(trigger.play(), nowMillis, nowMillis + 2 * coolDownMillis);
            case "declined" -> {
                rests.restPlay(trigger.play(), nowMillis, nowMillis + coolDownMillis);
                rests.restCause(trigger.cause(), nowMillis, nowMillis + times.declinedMillis());
            }
            case "annoyed" -> {
                long rest = Math.max(coolDownMillis, times.annoyedMillis());
                rests.restPlay(trigger.play(), nowMillis, nowMillis + rest);
                rests.restCustomer(nowMillis, nowMillis + times.annoyedMillis());
            }
            default -> {
                // delivered, reached and escalated let nothing rest
            }
        }
    }

    private void escalate(OpenCase open, Ground lead, Sitting sitting) {
        long until = sitting.nowMillis() + policy.rests().escalatedMillis();
        Said said = lead.said();
        Urgency urgency = said.urgency() == Urgency.URGENT ? Urgency.URGENT : Urgency.HIGH;
        Ground escalated = lead.withSaid(new Said(said.code(), said.sentence(), urgency))
                .withProposal(lead.proposal().withAutonomy(Autonomy.APPROVE))
                .expiringNotBefore(until);
        work.update(open.joinedBy(escalated), Reason.OUTCOME, "escalated", sitting);
    }

    private static void note(String triggerId, @Nullable String play, String cause, String detail, Sitting sitting) {
        sitting.log(new Decision(
                sitting.nowMillis(),
                sitting.customer(),
                play == null ? "" : play,
                cause,
                "",
                triggerId,
                DecisionOutcome.NOTED,
                0,
                Reason.OUTCOME,
                detail,
                Double.NaN,
                0,
                sitting.control()));
    }
}
