package io.heed.jobs.commands.models;

import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.jobs.flink.understanding.ReadingPace;
import io.heed.language.emotion.EmotionModel;
import io.heed.models.repository.Deployment;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelRepository;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in one sentence whether a running job keeps up with its messages, and what to do where it does not. */
final class ReadingSentence {
    /** The operator that reads. */
    static final String OPERATOR = "understand";

    static final List<String> METRICS =
            List.of(ReadingPace.BUSY_SHARE, ReadingPace.MILLISECONDS_A_MESSAGE, ReadingPace.BEHIND_MILLIS);

    private static final double SATURATED = 0.9;

    private final ModelRepository repository;

    /** Sentences about the models in a repository. */
    ReadingSentence(ModelRepository repository) {
        this.repository = repository;
    }

    /**
     * The sentence; "" where no message was read yet.
     *
     * @param metrics those of the busiest task
     * @param reading what reads messages now, null where nothing does
     */
    String of(Map<String, Double> metrics, @Nullable Deployment reading) {
        double share = metrics.getOrDefault(ReadingPace.BUSY_SHARE, 0.0);
        double milliseconds = metrics.getOrDefault(ReadingPace.MILLISECONDS_A_MESSAGE, 0.0);
        if (milliseconds <= 0) {
            return "";
        }
        String pace = String.format(
                Locale.ROOT,
                "busy %.0f %% of the time at %.1f ms a message, %.0f s behind the wall clock",
                share * 100,
                milliseconds,
                metrics.getOrDefault(ReadingPace.BEHIND_MILLIS, 0.0) / 1000);
        return share < SATURATED
                ? "Understanding messages keeps up: " + pace + "."
                : "Understanding messages is the bottleneck: " + pace + ". " + remedy(reading);
    }

    private String remedy(@Nullable Deployment reading) {
        Integer lighter = reading == null ? null : lighterThan(reading);
        return lighter == null
                ? "No lighter version lies in the repository: give the job more slots."
                : "A lighter version reads faster: ./heed models promote " + EmotionModel.NAME + " " + lighter;
    }

    /** The newest version without an encoder, where the one that reads has one. */
    private @Nullable Integer lighterThan(Deployment reading) {
        Integer lighter = null;
        for (int version : repository.versions(reading.model())) {
            if (isLight(reading.model(), version)) {
                if (reading.aliases().versions().contains(version)) {
                    return null;
                }
                lighter = version;
            }
        }
        return lighter;
    }

    private boolean isLight(String model, int version) {
        try {
            return EmotionModel.isLight(
                    ModelDirectory.read(repository.folder(model, version)).contract());
        } catch (InvalidDefinitionsException broken) {
            return false;
        }
    }
}
