package io.heed.models.health;

import io.heed.models.label.JudgedScore;
import io.heed.models.label.ServedScore;
import io.heed.models.prediction.Prediction;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Counts the predictions of one task, and what came of earlier ones, by version and window. Whatever comes after its window
 * was closed is counted in the oldest that is open. Not for several threads.
 */
public final class HealthCounting {
    private final HealthWindows windows;
    private final Function<Serving, @Nullable TrainedVersion> trained;
    private final TreeMap<Long, Map<Serving, HealthPart>> open = new TreeMap<>();
    private long passedMillis = Long.MIN_VALUE;

    /**
     * Counts of nothing.
     *
     * @param trained what a version was trained on, or null where that cannot be told; it is then not counted
     */
    public HealthCounting(HealthWindows windows, Function<Serving, @Nullable TrainedVersion> trained) {
        this.windows = windows;
        this.trained = trained;
    }

    /**
     * Counts a prediction.
     *
     * @param handledMillis when its decision was handled
     */
    public void add(Prediction prediction, long handledMillis) {
        Serving serving = new Serving(prediction.model(), prediction.version(), prediction.arm());
        TrainedVersion version = trained.apply(serving);
        if (version != null) {
            counts(serving, version, handledMillis).add(prediction, version);
        }
    }

    /** Counts what came of a prediction. */
    public void add(JudgedScore judged) {
        ServedScore served = judged.served();
        Serving serving = new Serving(served.model(), served.version(), served.arm());
        TrainedVersion version = trained.apply(serving);
        if (version != null) {
            counts(serving, version, judged.maturedMillis()).add(judged);
        }
    }

    /** The parts of all windows that end at or before a time, by window and version; they are counted no more. */
    public List<HealthPart> closeUntil(long timeMillis) {
        passedMillis = Math.max(passedMillis, timeMillis);
        List<HealthPart> closed = new ArrayList<>();
        while (!open.isEmpty() && windows.lastMillis(open.firstKey()) <= passedMillis) {
            closed.addAll(open.pollFirstEntry().getValue().values());
        }
        return closed;
    }

    /** All parts that are open, for a checkpoint. */
    public List<HealthPart> parts() {
        return open.values().stream()
                .map(Map::values)
                .flatMap(Collection::stream)
                .toList();
    }

    /** Adds a part out of a checkpoint. */
    public void restore(HealthPart part) {
        open.computeIfAbsent(part.fromMillis(), from -> new TreeMap<>()).merge(part.serving(), part, HealthPart::with);
    }

    private HealthCounts counts(Serving serving, TrainedVersion version, long timeMillis) {
        long oldestOpen = passedMillis == Long.MIN_VALUE ? timeMillis : passedMillis + 1;
        long from = windows.beginOf(Math.max(timeMillis, oldestOpen));
        return open.computeIfAbsent(from, begin -> new TreeMap<>())
                .compute(
                        serving,
                        (same, part) -> part != null && part.isOf(version)
                                ? part
                                : new HealthPart(same, version.hash(), from, HealthCounts.none(version)))
                .counts();
    }
}
