package io.heed.models.label;

import java.util.List;

/**
 * One decision, what was known then, and what came of it.
 *
 * @param target what was to be predicted
 * @param customer the customer decided on
 * @param timeMillis when
 * @param event the decision event's id
 * @param features the values by the target's order, NaN where absent, exactly as a live model would have got them
 * @param label whether a label event followed within the horizon
 * @param arm whether the customer is in the control group, {@code control} or {@code treated}
 * @param treatments how many messages that care triggers led to went out within the horizon
 */
public record TrainingRow(
        String target,
        String customer,
        long timeMillis,
        String event,
        List<Double> features,
        boolean label,
        String arm,
        int treatments) {
    /**
     * The row of a decision.
     *
     * @param arm whether the customer is in the control group, {@code control} or {@code treated}
     */
    public static TrainingRow of(String target, String customer, String arm, LabelledDecision<KnownFeatures> decision) {
        return new TrainingRow(
                target,
                customer,
                decision.timeMillis(),
                decision.known().event(),
                decision.known().values(),
                decision.label(),
                arm,
                decision.treatments());
    }

    /** Copies the features. */
    public TrainingRow {
        features = List.copyOf(features);
    }
}
