package io.heed.features;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a feature's value at an instant comes from.
 *
 * @param feature the definition that held then
 * @param value the value that was served, NaN where it was absent
 * @param exactValue the value worked out from the events of the window one by one; it differs where the value was worked
 *     out from tiles of which the first begins before the window
 * @param fromMillis where its window began, or {@link Long#MIN_VALUE} where it looks back without end
 * @param reads the features that it reads, each with its value, NaN where that was absent
 * @param events the events that the value is made of, by the time at which they count; where it was worked out from
 *     tiles, the first may count before the window begins
 */
public record FeatureExplanation(
        FeatureDefinition feature,
        double value,
        double exactValue,
        long fromMillis,
        Completeness completeness,
        SortedMap<String, Double> reads,
        List<Cause> events) {
    private static final double SAME = 1e-9;

    /** Copies the collections. */
    public FeatureExplanation {
        reads = new TreeMap<>(reads);
        events = List.copyOf(events);
    }

    /**
     * An event behind a value.
     *
     * @param timeMillis its own time
     * @param countsAtMillis the time at which it counts, which is another where it takes the place of an earlier event
     * @param value what is taken of it, or null where nothing but its time counts
     */
    public record Cause(
            String id,
            String type,
            long timeMillis,
            long countsAtMillis,
            @Nullable Object value) {}

    /** Whether the value is what the events give one by one, to the last digits of a sum. */
    public boolean isExact() {
        return Double.compare(value, exactValue) == 0
                || Math.abs(value - exactValue) <= SAME * Math.max(1, Math.abs(exactValue));
    }
}
