package io.heed.features;

import io.heed.events.change.DefinitionHistory;
import io.heed.features.Feeding.Need;
import io.heed.features.StageParts.SeriesMaker;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a stage is made of from when on. */
final class FeaturePlans {
    private final FeatureCompiler compiler;
    private final SeriesMaker maker;
    private NavigableMap<Long, StageParts> plans = new TreeMap<>();
    private DefinitionHistory<FeatureDefinition> history;
    private @Nullable Feeding before;
    private long beforeUntilMillis = Long.MIN_VALUE;
    private StageParts latest;
    private long latestFromMillis;

    @SuppressWarnings("NullAway.Init") // follow sets the latest
    FeaturePlans(DefinitionHistory<FeatureDefinition> history, FeatureCompiler compiler, SeriesMaker maker) {
        this.compiler = compiler;
        this.maker = maker;
        this.history = history;
        follow(history);
    }

    void follow(DefinitionHistory<FeatureDefinition> changed) {
        history = changed;
        plans = new TreeMap<>();
        history.lineups().forEach((fromMillis, lineup) -> {
            FeatureDefinitions declared = FeatureDefinitions.of(lineup);
            plans.put(
                    fromMillis,
                    new StageParts(declared, feeding(fromMillis, StageParts.needs(declared.all())), compiler, maker));
        });
        latest = plans.lastEntry().getValue();
        latestFromMillis = plans.lastKey();
    }

    /** Goes on from what was fed before a restart, up to a time, maybe by other definitions. */
    void resume(@Nullable Feeding fedBefore, long untilMillis) {
        before = fedBefore;
        beforeUntilMillis = untilMillis;
        follow(history);
    }

    /** The parts of a time; what comes late from before a restart is taken by those that held at the restart. */
    StageParts at(long timeMillis) {
        return timeMillis >= latestFromMillis
                ? latest
                : plans.floorEntry(Math.max(timeMillis, beforeUntilMillis)).getValue();
    }

    private Feeding feeding(long fromMillis, Collection<Need> needs) {
        if (before != null && fromMillis <= beforeUntilMillis) {
            return before.followedBy(beforeUntilMillis, needs);
        }
        return plans.isEmpty()
                ? Feeding.always(needs)
                : plans.lastEntry().getValue().feeding().followedBy(fromMillis, needs);
    }
}
