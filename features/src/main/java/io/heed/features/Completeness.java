package io.heed.features;

import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.Lineup;
import io.heed.features.Calculation.Rolling;
import io.heed.features.Feeding.Need;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Since when a feature has had its events, and from when on it misses none.
 *
 * @param fedSinceMillis the time since when its events have been kept without a break; {@link Long#MIN_VALUE} where they
 *     have been from the beginning
 * @param fromMillis the time from which on its value is that of a job that had it from the beginning;
 *     {@link Long#MIN_VALUE} for always, {@link Long#MAX_VALUE} where no time can be told since it looks back without end
 */
public record Completeness(long fedSinceMillis, long fromMillis) {
    /** From the beginning. */
    public static final Completeness ALWAYS = new Completeness(Feeding.ALWAYS, Feeding.ALWAYS);

    /** The features of a time by name, for a job that was never restarted with another workspace. */
    public static SortedMap<String, Completeness> of(DefinitionHistory<FeatureDefinition> history, long timeMillis) {
        Feeding feeding = null;
        FeatureDefinitions declared = FeatureDefinitions.of(history.at(timeMillis));
        for (Map.Entry<Long, Lineup<FeatureDefinition>> lineup :
                history.lineups().headMap(timeMillis, true).entrySet()) {
            Collection<Need> needs =
                    StageParts.needs(FeatureDefinitions.of(lineup.getValue()).all());
            feeding = feeding == null ? Feeding.always(needs) : feeding.followedBy(lineup.getKey(), needs);
        }
        SortedMap<String, Completeness> all = new TreeMap<>();
        for (String name : declared.names()) {
            all.put(name, feeding == null ? ALWAYS : feeding.completeness(declared, name));
        }
        return all;
    }

    static Completeness of(Rolling rolling, long fedSinceMillis) {
        if (fedSinceMillis == Feeding.ALWAYS) {
            return ALWAYS;
        }
        SeriesDefinition series = rolling.series();
        // an event from before may count later than at its own time, and a thing from before be open still
        boolean isEndless = rolling.reachMillis() == 0
                || !series.at().isEmpty()
                || !series.until().isEmpty();
        // a window reaches back to the beginning of a tile
        long reachMillis = rolling.reachMillis() + rolling.overInclusionMillis();
        return new Completeness(fedSinceMillis, isEndless ? Long.MAX_VALUE : fedSinceMillis + reachMillis);
    }

    Completeness and(Completeness other) {
        return new Completeness(Math.max(fedSinceMillis, other.fedSinceMillis), Math.max(fromMillis, other.fromMillis));
    }
}
