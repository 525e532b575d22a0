package io.heed.jobs.training;

import io.heed.models.label.TrainingRow;
import java.util.List;

/**
 * A row of a training set.
 *
 * @param slices by what the decision is told apart from others, in the order of the target's slices
 */
public record LabelledDecision(TrainingRow row, List<String> slices) {
    /** Copies the slices. */
    public LabelledDecision {
        slices = List.copyOf(slices);
    }
}
