package io.heed.triggers.decision;

import io.heed.triggers.arbitration.Hold;
import io.heed.triggers.cases.Ground;
import io.heed.triggers.cases.OpenCase;
import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Decision;
import io.heed.triggers.contract.DecisionOutcome;
import io.heed.triggers.contract.Reason;
import io.heed.triggers.profile.CustomerProfile;
import java.util.ArrayList;
import java.util.List;

/** The instant at which signals are decided together, and what has been decided at it so far. */
final class Sitting {
    private final String customer;
    private final long nowMillis;
    private final boolean control;
    private final CustomerProfile profile;
    private final List<CareTrigger> triggers = new ArrayList<>();
    private final List<Decision> log = new ArrayList<>();

    Sitting(String customer, long nowMillis, boolean control, CustomerProfile profile) {
        this.customer = customer;
        this.nowMillis = nowMillis;
        this.control = control;
        this.profile = profile;
    }

    String customer() {
        return customer;
    }

    long nowMillis() {
        return nowMillis;
    }

    /** Whether the customer belongs to the control group. */
    boolean control() {
        return control;
    }

    CustomerProfile profile() {
        return profile;
    }

    Decisions decisions() {
        return log.isEmpty() && triggers.isEmpty() ? Decisions.NONE : new Decisions(triggers, log);
    }

    void send(CareTrigger trigger) {
        triggers.add(trigger);
    }

    void log(Decision decision) {
        log.add(decision);
    }

    /** Logs what became of a ground by itself. */
    void log(Ground ground, DecisionOutcome outcome, Reason reason, String detail) {
        log(ground, outcome, reason, detail, 0);
    }

    /** Logs that a ground is held back. */
    void logHeld(Ground ground, Hold hold) {
        log(ground, DecisionOutcome.HELD, hold.reason(), hold.detail(), 0);
    }

    /** Logs that a ground waits for a time. */
    void logDelayed(Ground ground, long untilMillis) {
        log(ground, DecisionOutcome.DELAYED, Reason.QUIET_HOURS, "the customer's quiet hours", untilMillis);
    }

    /** Logs a step of a case's trigger. */
    void log(OpenCase open, Ground lead, DecisionOutcome outcome, Reason reason, String detail) {
        log.add(new Decision(
                nowMillis,
                customer,
                lead.play(),
                open.cause(),
                lead.signal().name(),
                open.triggerId(),
                outcome,
                outcome == DecisionOutcome.UPDATED ? open.revision() : 0,
                reason,
                detail,
                lead.proposal().priority(),
                0,
                control));
    }

    private void log(Ground ground, DecisionOutcome outcome, Reason reason, String detail, long notBeforeMillis) {
        log.add(new Decision(
                nowMillis,
                customer,
                ground.play(),
                ground.cause(),
                ground.signal().name(),
                ground.triggerId(),
                outcome,
                0,
                reason,
                detail,
                ground.proposal().priority(),
                notBeforeMillis,
                control));
    }
}
