package io.heed.jobs.flink.customer;

import io.heed.patterns.PatternTally.Figure;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each version of a pattern did, out of a job's counts. */
public final class PatternCounts {
    private static final String PREFIX = "pattern/";

    private PatternCounts() {}

    static String name(String key, Figure figure) {
        return PREFIX + key + "/" + figure.code();
    }

    /** The figures of each version of a pattern, by its name and version; counts of other things are passed over. */
    public static SortedMap<String, Map<Figure, Long>> of(Map<String, Long> counts) {
        SortedMap<String, Map<Figure, Long>> byKey = new TreeMap<>();
        counts.forEach((name, count) -> {
            int end = name.lastIndexOf('/');
            if (!name.startsWith(PREFIX) || end <= PREFIX.length()) {
                return;
            }
            for (Figure figure : Figure.values()) {
                if (figure.code().equals(name.substring(end + 1))) {
                    byKey.computeIfAbsent(name.substring(PREFIX.length(), end), key -> new EnumMap<>(Figure.class))
                            .put(figure, count);
                }
            }
        });
        return byKey;
    }
}
