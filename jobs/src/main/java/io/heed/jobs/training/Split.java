package io.heed.jobs.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.models.label.TrainingRow;

/** Which rows a model learns from and which it is tested on. */
public sealed interface Split permits CustomerSplit, TimeSplit {
    /** A row that a model learns from. */
    String TRAIN = "train";
    /** A row that a model is tested on. */
    String TEST = "test";
    /** A row for neither: its label is not known yet when the test part begins. */
    String GAP = "gap";

    /** The row's part. */
    String of(TrainingRow row);

    /** Notes the rule in a manifest. */
    void describe(ObjectNode manifest);

    /** Checks a share of rows or customers. */
    static void checkShare(double testShare) {
        if (!(testShare >= 0 && testShare <= 1)) {
            throw new IllegalArgumentException("test share is not within 0..1: " + testShare + " (legal: 0.3)");
        }
    }
}
