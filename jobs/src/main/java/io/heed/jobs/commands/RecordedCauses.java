package io.heed.jobs.commands;

import io.heed.jobs.evaluation.Evaluation;
import io.heed.jobs.training.CustomerSplit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the causes that a recording knows, by which what was done can be measured. */
final class RecordedCauses {
    /** The share of customers that {@code export-training-set} keeps from learning, unless told otherwise. */
    private static final double TEST_SHARE = 0.3;

    private RecordedCauses() {}

    /** The evaluation of a replay of one recording that knows its causes; null for all others. */
    static @Nullable Evaluation beside(List<String> files) throws IOException {
        Path recording = files.size() == 1 ? Path.of(files.get(0)) : null;
        return recording == null ? null : Evaluation.beside(recording, new CustomerSplit(TEST_SHARE));
    }
}
