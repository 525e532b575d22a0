package io.heed.triggers.contract;

import io.heed.triggers.signal.Score;
import io.heed.triggers.signal.SignalKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a trigger rests on.
 *
 * @param signal the pattern's or model's name
 * @param signalMillis when the signal came true
 * @param features the features that the pattern and the play read, as they were then
 * @param score the model's score, null for a pattern
 */
public record Evidence(
        SignalKind kind,
        String signal,
        int signalVersion,
        long signalMillis,
        List<MatchedEvent> events,
        SortedMap<String, Double> features,
        @Nullable Score score) {
    /**
     * An event that the signal matched.
     *
     * @param stage the stage it stands in
     * @param fields the values that the play names: String, Double, Long, Boolean, or lists of maps of these
     */
    public record MatchedEvent(
            String stage, String source, String id, String type, long timeMillis, Map<String, Object> fields) {
        /** Copies the fields, by name. */
        public MatchedEvent {
            fields = Collections.unmodifiableMap(new TreeMap<>(fields));
        }
    }

    /** Copies the collections. */
    public Evidence {
        events = List.copyOf(events);
        features = new TreeMap<>(features);
    }
}
