package io.heed.models.label;

import java.util.List;

/**
 * A decision as it is made, before anybody knows what comes of it.
 *
 * @param target what was to be predicted
 * @param customer the customer decided on
 * @param timeMillis when
 * @param event the decision event's id
 * @param slices by what it is told apart from others, in the order of the target's slices, {@code ""} where unknown
 */
public record SlicedDecision(String target, String customer, long timeMillis, String event, List<String> slices) {
    /** Copies the slices. */
    public SlicedDecision {
        slices = List.copyOf(slices);
    }
}
