package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.events.change.RunMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A pattern that came true for a customer.
 *
 * @param pattern the pattern's name
 * @param version the pattern's version
 * @param mode how that version runs; only what is live goes on to the plays
 * @param timeMillis when it came true: the time of its last event, or the deadline of an absence
 * @param stages the events of each stage, in the pattern's order; stages of absences have none
 * @param features the features that the pattern's conditions read, as they were when it came true
 */
public record PatternMatch(
        String pattern,
        int version,
        RunMode mode,
        long timeMillis,
        Map<String, List<CareEvent>> stages,
        SortedMap<String, Double> features) {
    /** Copies the stages and checks that there is at least one event. */
    public PatternMatch {
        Map<String, List<CareEvent>> copy = new LinkedHashMap<>();
        stages.forEach((stage, events) -> copy.put(stage, List.copyOf(events)));
        if (copy.values().stream().allMatch(List::isEmpty)) {
            throw new IllegalArgumentException("match has no events: " + pattern);
        }
        stages = copy;
        features = new TreeMap<>(features);
    }

    /** A match of a live version. */
    public PatternMatch(
            String pattern,
            int version,
            long timeMillis,
            Map<String, List<CareEvent>> stages,
            SortedMap<String, Double> features) {
        this(pattern, version, RunMode.LIVE, timeMillis, stages, features);
    }

    /** The pattern's name and version, such as {@code bill-spike@2}. */
    public String key() {
        return pattern + "@" + version;
    }

    /** The same match of a version that runs in another way. */
    public PatternMatch in(RunMode newMode) {
        return new PatternMatch(pattern, version, newMode, timeMillis, stages, features);
    }

    PatternMatch withFeatures(SortedMap<String, Double> newFeatures) {
        return new PatternMatch(pattern, version, mode, timeMillis, stages, newFeatures);
    }

    /** Whether plays see it. */
    public boolean isLive() {
        return mode == RunMode.LIVE;
    }

    /** The first event of the match, which anchors it. */
    public CareEvent anchor() {
        return events().get(0);
    }

    /** The last event of the match. */
    public CareEvent last() {
        List<CareEvent> events = events();
        return events.get(events.size() - 1);
    }

    /** All events, in the pattern's order. */
    public List<CareEvent> events() {
        List<CareEvent> all = new ArrayList<>();
        stages.values().forEach(all::addAll);
        return all;
    }
}
