package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.features.FeatureView;
import io.heed.patterns.PatternPlan.Entry;
import io.heed.patterns.definition.StageDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes matches of what a pattern found. */
final class Matches {
    private Matches() {}

    /**
     * A match with the features that the pattern's conditions read.
     *
     * @param found the events by stage
     * @param featuresAt the features at the match, for the event that anchors it
     */
    static PatternMatch match(
            Entry entry,
            long timeMillis,
            Map<String, List<CareEvent>> found,
            Function<CareEvent, FeatureView> featuresAt) {
        Map<String, List<CareEvent>> stages = new LinkedHashMap<>();
        for (StageDefinition stage : entry.pattern().definition().stages()) {
            stages.put(stage.name(), found.getOrDefault(stage.name(), List.of()));
        }
        PatternMatch bare = new PatternMatch(
                entry.running().name(),
                entry.running().version(),
                entry.running().mode(),
                timeMillis,
                stages,
                new TreeMap<>());
        Set<String> read = entry.pattern().tests().featuresRead();
        return read.isEmpty() ? bare : bare.withFeatures(present(read, featuresAt.apply(bare.anchor())));
    }

    /** The values of those features that have one. */
    static SortedMap<String, Double> present(Set<String> names, FeatureView features) {
        SortedMap<String, Double> present = new TreeMap<>();
        for (String name : names) {
            double value = features.value(name);
            if (!Double.isNaN(value)) {
                present.put(name, value);
            }
        }
        return present;
    }
}
