package io.heed.jobs.commands.models;

import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.scoring.ServedModel;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Shows a prediction and what each feature added to it. */
final class PredictionView {
    private static final double WORTH_SHOWING = 0.0005;

    private final Screen screen;
    private final ModelRepository repository;

    PredictionView(Screen screen, ModelRepository repository) {
        this.screen = screen;
        this.repository = repository;
    }

    void show(Prediction prediction) {
        screen.print(prediction.model() + " " + prediction.version() + " ("
                + prediction.arm().name().toLowerCase(Locale.ROOT) + ", hash "
                + prediction.modelHash().substring(0, 12) + ") at " + Instant.ofEpochMilli(prediction.timeMillis())
                + ", event " + prediction.eventId());
        screen.print(String.format(
                Locale.ROOT,
                "  score %.4f, %s from %s on; a typical customer has %.4f",
                prediction.score(),
                prediction.positive() ? "positive" : "would be positive",
                prediction.threshold(),
                prediction.baselineScore()));
        screen.print("");
        contributions(prediction).lines().forEach(line -> screen.print("  " + line));
        screen.print("");
    }

    /** The contributions are worked out anew, since the job does so only where a score is worth explaining. */
    private TextTable contributions(Prediction prediction) {
        List<FeatureValue> features = prediction.features();
        double[] parts = parts(prediction);
        TextTable table = new TextTable("Feature", "Value", "Adds");
        double rest = 0;
        for (int i : IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -Math.abs(parts[place])))
                .toList()) {
            if (Math.abs(parts[i]) < WORTH_SHOWING) {
                rest += parts[i];
            } else {
                Double value = features.get(i).value();
                table.add(features.get(i).name(), value == null ? "absent" : number(value), added(parts[i]));
            }
        }
        table.add("all others", "", added(rest));
        return table;
    }

    private double[] parts(Prediction prediction) {
        ModelDirectory directory = ModelDirectory.read(repository.folder(prediction.model(), prediction.version()));
        ServedModel served = ModelRegistry.shared().acquire(directory);
        try {
            double[] row = prediction.features().stream()
                    .mapToDouble(feature -> feature.value() == null ? Double.NaN : feature.value())
                    .toArray();
            return served.contributions(row, prediction.score());
        } finally {
            ModelRegistry.shared().release(served);
        }
    }

    private static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String added(double part) {
        return String.format(Locale.ROOT, "%+.4f", part);
    }
}
