package io.heed.triggers.decision;

import io.heed.triggers.arbitration.Rests;
import io.heed.triggers.cases.CaseFile;
import io.heed.triggers.cases.Ground;
import io.heed.triggers.cases.OpenCase;
import io.heed.triggers.cases.PastTrigger;
import io.heed.triggers.cases.PastTriggers;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.CompiledPlay;
import io.heed.triggers.play.Policy;
import io.heed.triggers.profile.CustomerProfile;
import io.heed.triggers.profile.MessageHistory;
import io.heed.triggers.profile.Purpose;
import io.heed.triggers.profile.SentMessage;
import java.util.List;
import java.util.Map;

/** Takes the steps of cases: raises, updates and ends them, sends the trigger's step and logs it. */
final class CaseWork {
    private final Policy policy;
    private final Map<String, CompiledPlay> plays;
    private final CaseFile cases;
    private final PastTriggers past;
    private final Rests rests;
    private final MessageHistory messages;
    private final TriggerWriting writing;

    CaseWork(
            Policy policy,
            Map<String, CompiledPlay> plays,
            CaseFile cases,
            PastTriggers past,
            Rests rests,
            MessageHistory messages) {
        this.policy = policy;
        this.plays = plays;
        this.cases = cases;
        this.past = past;
        this.rests = rests;
        this.messages = messages;
        this.writing = new TriggerWriting(plays);
    }

    /** When the customer may be reached by what a ground proposes: now, or at the end of the quiet hours. */
    long earliestMillis(Ground ground, Sitting sitting) {
        if (!ground.proposal().reachesCustomer()) {
            return sitting.nowMillis();
        }
        CustomerProfile profile = sitting.profile();
        return profile.quietHours(policy.quietHours())
                .endOfQuietMillis(sitting.nowMillis(), profile.zone(policy.timeZone()));
    }

    /** Raises a case's trigger; for the control group that is only logged. */
    void raise(OpenCase proposed, Ground lead, Reason reason, String detail, Sitting sitting) {
        OpenCase raised = proposed.raisedAt(sitting.nowMillis());
        cases.put(raised);
        noteRaised(raised, lead, sitting.nowMillis());
        if (raised.control()) {
            sitting.log(raised, lead, DecisionOutcome.HELD, Reason.CONTROL_GROUP, detail);
        } else {
            send(raised, lead, TriggerStep.RAISED, reason, detail, sitting);
            sitting.log(raised, lead, DecisionOutcome.RAISED, reason, detail);
        }
        for (Ground other : raised.grounds()) {
            if (!other.equals(lead)) {
                sitting.log(other, DecisionOutcome.JOINED, Reason.SAME_CAUSE, "behind " + lead.play());
            }
        }
    }

    /** Lets a case wait, unless it would be of no use at the end of its wait. */
    void delay(OpenCase proposed, Ground lead, long untilMillis, Sitting sitting) {
        if (lead.expiresMillis() <= untilMillis) {
            cases.remove(proposed.cause());
            proposed.grounds()
                    .forEach(ground -> sitting.log(
                            ground, DecisionOutcome.HELD, Reason.QUIET_HOURS, "it expires before they end"));
            return;
        }
        cases.put(proposed.waitingFor(untilMillis));
        proposed.grounds().forEach(ground -> sitting.logDelayed(ground, untilMillis));
    }

    /** Keeps a case with what is new about it, and sends an update if its trigger was raised. */
    void update(OpenCase changed, Reason reason, String detail, Sitting sitting) {
        Ground lead = changed.lead();
        if (lead == null) {
            throw new IllegalStateException("case has no ground left: " + changed.cause());
        }
        if (!changed.isRaised()) {
            cases.put(changed);
            sitting.log(changed, lead, DecisionOutcome.JOINED, reason, detail);
            return;
        }
        OpenCase revised = changed.revised();
        cases.put(revised);
        if (!revised.control()) {
            send(revised, lead, TriggerStep.UPDATED, reason, detail, sitting);
        }
        sitting.log(revised, lead, DecisionOutcome.UPDATED, reason, detail);
    }

    /** Ends a case, and says so to whoever got its trigger. */
    void end(OpenCase open, Ground lead, TriggerStep step, Reason reason, String detail, Sitting sitting) {
        cases.remove(open.cause());
        if (open.isRaised() && !open.control()) {
            send(open, lead, step, reason, detail, sitting);
        }
        sitting.log(open, lead, DecisionOutcome.valueOf(step.name()), reason, detail);
    }

    /**
     * Goes on with a case of which some grounds may be gone or changed: keeps it as it is, updates it, or ends it.
     *
     * @param step how the case ends if no ground is left
     */
    void goOn(OpenCase before, List<Ground> left, TriggerStep step, Reason reason, String detail, Sitting sitting) {
        if (left.equals(before.grounds())) {
            return;
        }
        OpenCase after = before.withGrounds(left);
        Ground led = before.lead();
        Ground leads = after.lead();
        if (led != null && leads == null) {
            end(before, led, step, reason, detail, sitting);
            return;
        }
        logGone(before, after, step, reason, detail, sitting);
        if (leads != null && !leads.equals(led)) {
            update(after, reason, detail, sitting);
        } else {
            cases.put(after);
        }
    }

    private static void logGone(
            OpenCase before, OpenCase after, TriggerStep step, Reason reason, String detail, Sitting sitting) {
        for (Ground ground : before.grounds()) {
            boolean stays =
                    after.grounds().stream().anyMatch(other -> other.triggerId().equals(ground.triggerId()));
            if (!stays) {
                sitting.log(ground, DecisionOutcome.valueOf(step.name()), reason, detail);
            }
        }
    }

    private void noteRaised(OpenCase raised, Ground lead, long nowMillis) {
        CompiledPlay play = plays.get(lead.play());
        long coolDownMillis = play == null ? 0 : play.play().coolDownMillis();
        rests.restPlay(lead.play(), nowMillis, nowMillis + coolDownMillis);
        past.note(new PastTrigger(raised.triggerId(), lead.play(), raised.cause(), nowMillis));
        boolean offer = lead.proposal().purpose() == Purpose.OFFER;
        boolean reaches = lead.proposal().reachesCustomer();
        if (offer || reaches) {
            messages.note(new SentMessage(nowMillis, raised.triggerId(), offer, reaches), nowMillis);
        }
    }

    private void send(OpenCase open, Ground lead, TriggerStep step, Reason reason, String detail, Sitting sitting) {
        boolean asks = step == TriggerStep.RAISED || step == TriggerStep.UPDATED;
        long notBeforeMillis = asks ? earliestMillis(lead, sitting) : sitting.nowMillis();
        sitting.send(writing.step(open, lead, step, reason, detail, sitting.nowMillis(), notBeforeMillis));
    }
}
