package io.heed.jobs.commands.training;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs {@code python -m heed_training train}. */
public final class ModelTraining {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path training;
    private final String python;
    private final Consumer<String> news;

    /**
     * Training by an interpreter.
     *
     * @param training the folder models/training
     * @param news gets every line that it says, but for the figures
     */
    public ModelTraining(Path training, String python, Consumer<String> news) {
        this.training = training;
        this.python = python;
        this.news = news;
    }

    /**
     * Trains a model on a training set.
     *
     * @param set the folder of the training set
     * @param version the folder of the version, whose parent has the model's name
     * @param explainFrom predictions carry reasons from this score on; null for the model's threshold
     * @return the figures of the test part
     * @throws IllegalArgumentException with what it said where it failed
     */
    public ObjectNode train(Path set, Path version, @Nullable Double explainFrom) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                python, "-m", "heed_training", "train", "--training-set", set.toString(), "--out", version.toString()));
        if (explainFrom != null) {
            command.addAll(List.of("--explain-from", explainFrom.toString()));
        }
        OutsideCommand.Outcome outcome = OutsideCommand.run(training, command, this::tell);
        if (!outcome.succeeded()) {
            throw new IllegalArgumentException("training failed: " + outcome.ending(1));
        }
        if (JSON.readTree(outcome.ending(1)) instanceof ObjectNode figures) {
            return figures;
        }
        throw new IllegalStateException("training ended without figures: " + outcome.ending(1));
    }

    private void tell(String line) {
        if (!line.startsWith("{")) {
            news.accept(line);
        }
    }
}
