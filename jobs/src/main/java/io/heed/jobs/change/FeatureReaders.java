package io.heed.jobs.change;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.change.Lineup;
import io.heed.events.change.Running;
import io.heed.features.FeatureDefinition;
import io.heed.features.FeatureDefinitions;
import io.heed.models.repository.Deployment;
import io.heed.models.target.Target;
import io.heed.models.target.Targets;
import io.heed.patterns.condition.PatternTests;
import io.heed.patterns.condition.Surroundings;
import io.heed.patterns.definition.ConditionScopes;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.triggers.play.CompiledPlay;
import io.heed.triggers.play.Play;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Who reads which feature from a time on: targets, models, patterns, plays, and other features. */
final class FeatureReaders {
    private final EventCatalogue catalogue;
    private final Targets targets;
    private final Supplier<Collection<String>> names;
    private final Map<PatternDefinition, Set<String>> readByPattern = new HashMap<>();
    private final Map<Play, Set<String>> readByPlay = new HashMap<>();

    /**
     * Readers over a catalogue.
     *
     * @param names the names of all features that there are at any time
     */
    FeatureReaders(EventCatalogue catalogue, Targets targets, Supplier<Collection<String>> names) {
        this.catalogue = catalogue;
        this.targets = targets;
        this.names = names;
    }

    /** Who reads a feature at or after a time, such as {@code play explain-bill}; each once. */
    List<String> of(String feature, long fromMillis, DefinitionTimeline timeline) {
        Set<String> readers = definitions(feature, fromMillis, timeline);
        for (Lineup<Deployment> lineup : from(fromMillis, timeline.models())) {
            lineup.running()
                    .forEach(running -> add(
                            readers,
                            "model " + running.name(),
                            running.definition().features(),
                            feature));
        }
        return new ArrayList<>(readers);
    }

    /** The same without the models. */
    Set<String> definitions(String feature, long fromMillis, DefinitionTimeline timeline) {
        Set<String> readers = new TreeSet<>();
        for (Lineup<FeatureDefinition> lineup : from(fromMillis, timeline.features())) {
            FeatureDefinitions.of(lineup).readersOf(feature).forEach(reader -> readers.add("feature " + reader));
        }
        for (Lineup<PatternDefinition> lineup : from(fromMillis, timeline.patterns())) {
            for (Running<PatternDefinition> running : lineup.running()) {
                if (running.untilMillis() > fromMillis) {
                    add(readers, "pattern " + running.name(), readBy(running.definition()), feature);
                }
            }
        }
        for (Lineup<Play> lineup : from(fromMillis, timeline.plays())) {
            lineup.running()
                    .forEach(running -> add(readers, "play " + running.name(), readBy(running.definition()), feature));
        }
        for (Target target : targets.all()) {
            add(readers, "target " + target.name(), Set.copyOf(target.features()), feature);
        }
        return readers;
    }

    /** The features that the conditions of a pattern read, and those that it records. */
    Set<String> readBy(PatternDefinition pattern) {
        return readByPattern.computeIfAbsent(
                pattern,
                fresh -> new PatternTests(
                                fresh, catalogue, new ConditionScopes(catalogue, names.get()), new Surroundings())
                        .featuresRead());
    }

    /** The features that the expressions of a play read. */
    Set<String> readBy(Play play) {
        return readByPlay.computeIfAbsent(
                play, fresh -> new CompiledPlay(fresh, names.get(), catalogue).featuresRead());
    }

    private static void add(Set<String> readers, String reader, Set<String> read, String feature) {
        if (read.contains(feature)) {
            readers.add(reader);
        }
    }

    /** Everything that holds at or after a time. */
    private static <D> Collection<Lineup<D>> from(long fromMillis, DefinitionHistory<D> history) {
        NavigableMap<Long, Lineup<D>> lineups = history.lineups();
        return lineups.tailMap(lineups.floorKey(fromMillis), true).values();
    }
}
