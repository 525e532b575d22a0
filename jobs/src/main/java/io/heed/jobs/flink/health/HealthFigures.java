package io.heed.jobs.flink.health;

import io.heed.models.health.ModelHealth;
import io.heed.models.health.Quality;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest figures of each version as counts of the job, which metrics and Flink's REST interface show. A count is named
 * {@code model/repeat-contact@2/champion/precision}.
 */
public final class HealthFigures {
    /** What is shown as a count for a figure that has no meaning. */
    public static final long UNKNOWN = -1;

    private static final String PREFIX = "model/";
    private static final double MILLIONTHS = 1e6;

    /** A figure. */
    public enum Figure {
        /** How many predictions the last stretch had. */
        PREDICTIONS,
        /** How many features, and scores, have drifted. */
        DRIFT_ALARMS,
        /** The largest stability index in millionths of its limit. */
        WORST_DRIFT,
        /** In millionths, like all that follow. */
        PRECISION,
        RECALL,
        CALIBRATION_ERROR,
        ESTIMATED_PRECISION,
        ESTIMATED_RECALL;

        /** The end of its name, such as {@code worst-drift}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private HealthFigures() {}

    /** The figures of each version and part, by {@code repeat-contact@2/champion}; other counts are passed over. */
    public static SortedMap<String, Map<Figure, Long>> of(Map<String, Long> counts) {
        SortedMap<String, Map<Figure, Long>> byServing = new TreeMap<>();
        counts.forEach((name, count) -> {
            int end = name.lastIndexOf('/');
            if (!name.startsWith(PREFIX) || end <= PREFIX.length()) {
                return;
            }
            for (Figure figure : Figure.values()) {
                if (figure.code().equals(name.substring(end + 1))) {
                    byServing
                            .computeIfAbsent(name.substring(PREFIX.length(), end), key -> new EnumMap<>(Figure.class))
                            .put(figure, count);
                }
            }
        });
        return byServing;
    }

    /** The figures of what was judged, by the names of their counts. */
    static SortedMap<String, Long> counts(ModelHealth health) {
        Quality quality = health.quality();
        Quality.Calibration calibration = quality.calibration();
        SortedMap<String, Long> counts = new TreeMap<>();
        put(counts, health, Figure.PREDICTIONS, health.predictions());
        put(counts, health, Figure.DRIFT_ALARMS, health.driftAlarms().size());
        put(
                counts,
                health,
                Figure.WORST_DRIFT,
                millionths(health.drift() == null ? null : health.drift().worst()));
        put(counts, health, Figure.PRECISION, millionths(quality.precision()));
        put(counts, health, Figure.RECALL, millionths(quality.recall()));
        put(counts, health, Figure.CALIBRATION_ERROR, millionths(calibration == null ? null : calibration.error()));
        put(
                counts,
                health,
                Figure.ESTIMATED_PRECISION,
                millionths(health.estimated().precision()));
        put(
                counts,
                health,
                Figure.ESTIMATED_RECALL,
                millionths(health.estimated().recall()));
        return counts;
    }

    private static void put(SortedMap<String, Long> counts, ModelHealth health, Figure figure, long value) {
        counts.put(PREFIX + health.serving().key() + "/" + figure.code(), value);
    }

    private static long millionths(@Nullable Double figure) {
        return figure == null ? UNKNOWN : Math.round(figure * MILLIONTHS);
    }
}
