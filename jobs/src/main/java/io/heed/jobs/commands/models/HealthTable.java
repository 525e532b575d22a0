package io.heed.jobs.commands.models;

import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.jobs.flink.health.HealthFigures;
import io.heed.jobs.flink.health.HealthFigures.Figure;
import io.heed.models.health.ModelHealth;
import io.heed.models.health.NewestHealth;
import io.heed.models.health.Quality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The newest word on how each version does. */
final class HealthTable {
    private static final double MILLIONTHS = 1e6;

    private final TextTable table = new TextTable(
            "Version", "Up to", "Scores", "Drift", "Precision", "Recall", "Expected", "Calibration error", "Alarms");
    private final List<String> notes = new ArrayList<>();
    private boolean isEmpty = true;

    private HealthTable() {}

    /** What a running job counts. */
    static HealthTable of(Map<String, Long> counts) {
        HealthTable health = new HealthTable();
        HealthFigures.of(counts).forEach(health::add);
        return health;
    }

    /** What lines of the output say, in a file or in all files of a folder. */
    static HealthTable of(Path output) throws IOException {
        NewestHealth newest = new NewestHealth();
        for (Path file : files(output)) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.forEach(newest::add);
            }
        }
        HealthTable health = new HealthTable();
        newest.all().forEach(health::add);
        return health;
    }

    void show(Screen screen) {
        if (isEmpty) {
            return;
        }
        screen.print("");
        table.lines().forEach(screen::print);
        notes.forEach(screen::print);
    }

    private static List<Path> files(Path output) throws IOException {
        if (!Files.exists(output)) {
            throw new IllegalArgumentException(
                    "there is no such output: " + output + " (legal: the model-health of ./heed replay --out DIR)");
        }
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void add(String serving, Map<Figure, Long> figures) {
        isEmpty = false;
        long alarms = figures.getOrDefault(Figure.DRIFT_ALARMS, 0L);
        table.add(
                serving,
                "-",
                Figures.count(figures.getOrDefault(Figure.PREDICTIONS, 0L)),
                shown(figures, Figure.WORST_DRIFT),
                shown(figures, Figure.PRECISION),
                shown(figures, Figure.RECALL),
                shown(figures, Figure.ESTIMATED_PRECISION) + " / " + shown(figures, Figure.ESTIMATED_RECALL),
                shown(figures, Figure.CALIBRATION_ERROR),
                alarms == 0 ? "-" : Figures.count(alarms, "drift"));
    }

    private void add(ModelHealth health) {
        isEmpty = false;
        Quality quality = health.quality();
        Quality.Calibration calibration = quality.calibration();
        String key = health.serving().key();
        table.add(
                key,
                Instant.ofEpochMilli(health.toMillis()).toString(),
                Figures.count(health.predictions()),
                shown(health.drift() == null ? null : health.drift().worst()),
                shown(quality.precision()),
                shown(quality.recall()),
                shown(health.estimated().precision()) + " / "
                        + shown(health.estimated().recall()),
                shown(calibration == null ? null : calibration.error()),
                health.alarms().isEmpty() ? "-" : String.valueOf(health.alarms().size()));
        health.alarms().forEach(alarm -> notes.add("  " + key + ": " + alarm));
    }

    private static String shown(Map<Figure, Long> figures, Figure figure) {
        long millionths = figures.getOrDefault(figure, HealthFigures.UNKNOWN);
        return shown(millionths == HealthFigures.UNKNOWN ? null : millionths / MILLIONTHS);
    }

    private static String shown(@Nullable Double figure) {
        return figure == null ? "-" : String.format(Locale.ROOT, "%.3f", figure);
    }
}
