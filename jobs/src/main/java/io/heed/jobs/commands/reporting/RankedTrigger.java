package io.heed.jobs.commands.reporting;

import io.heed.triggers.contract.CareTrigger;
import io.heed.triggers.contract.Proposal;
import io.heed.triggers.contract.TriggerStep;
import io.heed.triggers.play.Urgency;
import java.util.Comparator;

/**
 * A trigger as it stands after its latest step, with what ranks it.
 *
 * @param raisedMillis when it was raised
 * @param play the play that raised it; another that answers the same cause may have updated it
 * @param latest its latest step
 */
record RankedTrigger(
        String id,
        String customer,
        long raisedMillis,
        String play,
        Urgency urgency,
        String action,
        String channel,
        String sentence,
        double priority,
        double businessValue,
        TriggerStep latest) {
    /** What is worth most to the customer comes first, then what is worth most to the company. */
    static final Comparator<RankedTrigger> MOST_WORTH_DOING_FIRST = Comparator.comparingDouble(RankedTrigger::priority)
            .thenComparingDouble(RankedTrigger::businessValue)
            .thenComparing(RankedTrigger::urgency)
            .reversed()
            .thenComparingLong(RankedTrigger::raisedMillis)
            .thenComparing(RankedTrigger::id);

    static RankedTrigger raised(CareTrigger trigger) {
        Proposal proposal = trigger.proposal();
        return new RankedTrigger(
                trigger.triggerId(),
                trigger.customer(),
                trigger.timeMillis(),
                trigger.play(),
                trigger.said().urgency(),
                proposal.action(),
                proposal.channel(),
                trigger.said().sentence(),
                proposal.priority(),
                proposal.businessValue(),
                trigger.step());
    }

    /** The same trigger after a further step: an update says what counts from now on, any other step ends it. */
    RankedTrigger after(CareTrigger step) {
        RankedTrigger now = step.step() == TriggerStep.UPDATED ? raised(step) : this;
        return new RankedTrigger(
                id,
                customer,
                raisedMillis,
                play,
                now.urgency,
                now.action,
                now.channel,
                now.sentence,
                now.priority,
                now.businessValue,
                step.step());
    }

    boolean isOpen() {
        return latest == TriggerStep.RAISED || latest == TriggerStep.UPDATED;
    }

    /** How it stands, in a word. */
    String standing() {
        return isOpen() ? "open" : latest.name().toLowerCase(java.util.Locale.ROOT);
    }
}
