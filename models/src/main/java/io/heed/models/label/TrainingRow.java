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
 * @param treatments how many messages reached the customer within the horizon, by any system
 */
public record TrainingRow(
        String target,
        String customer,
        long timeMillis,
        String event,
        List<Double> features,
        boolean label,
        int treatments) {
    /** Copies the features. */
    public TrainingRow {
        features = List.copyOf(features);
    }
}
