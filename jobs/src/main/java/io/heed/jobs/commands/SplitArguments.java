package io.heed.jobs.commands;

import io.heed.jobs.training.CustomerSplit;
import io.heed.jobs.training.Split;
import io.heed.jobs.training.TimeSplit;
import io.heed.models.label.TrainingRow;
import io.heed.models.target.Target;
import java.util.List;
import picocli.CommandLine.Option;

/** Which rows of a training set are kept for the test of the model. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SplitArguments {
    /** What a split goes by. */
    enum Rule {
        /** The last rows are tested on. */
        TIME,
        /** All rows of some customers are tested on. */
        CUSTOMER
    }

    @Option(
            names = "--split",
            paramLabel = "RULE",
            defaultValue = "time",
            description = "time: the last rows are for the test, and rows whose label matures only after they begin are"
                    + " for nothing (gap). customer: all rows of some customers, the same in every export. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Rule rule;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            defaultValue = "0.3",
            description = "The share of rows, or of customers, that are for the test. Default: ${DEFAULT-VALUE}.")
    private double testShare;

    /** Says at once where a share is wrong. */
    void check() {
        Split.checkShare(testShare);
    }

    /** The split of a target's rows. */
    Split of(Target target, List<TrainingRow> rows) {
        return rule == Rule.TIME ? TimeSplit.of(rows, testShare, target.horizonMillis()) : new CustomerSplit(testShare);
    }
}
