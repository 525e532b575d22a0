package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.StageAgenda;
import io.heed.features.FeatureView;
import io.heed.patterns.condition.PatternTests;
import io.heed.patterns.condition.Surroundings;
import io.heed.patterns.definition.ConditionScopes;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import io.heed.patterns.flink.CepAdapter;
import io.heed.patterns.flink.CompiledPattern;
import io.heed.patterns.flink.OpenMatches;
import io.heed.patterns.flink.OpenMatchesCodec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs every pattern of a workspace over the customer at hand. An event is given only to patterns that name its type,
 * and of those only to the ones with open matches or whose first stage it fits.
 */
public final class PatternStage {
    private final OpenMatchesState state;
    private final CepAdapter cep;
    private final Surroundings surroundings = new Surroundings();
    private final Map<String, CompiledPattern> byKey = new HashMap<>();
    private final Map<String, List<CompiledPattern>> readers = new HashMap<>();
    private long dropped;

    /**
     * A stage with its state.
     *
     * @param features the names of all features
     */
    public PatternStage(
            StateStore state,
            StageAgenda agenda,
            PatternDefinitions definitions,
            EventCatalogue catalogue,
            Collection<String> features) {
        CareEventCodec events = new CareEventCodec(catalogue);
        this.state = new OpenMatchesState(state, agenda, new OpenMatchesCodec(events));
        this.cep = new CepAdapter(events);
        ConditionScopes scopes = new ConditionScopes(catalogue, features);
        for (PatternDefinition definition : definitions.all()) {
            add(cep.compile(definition, new PatternTests(definition, catalogue, scopes, surroundings)));
        }
    }

    /**
     * Runs an event, at the time at which it is due.
     *
     * @param features the features up to the event
     * @return the matches that it completes, ordered by pattern and then by the ids of their events
     */
    public List<PatternMatch> onEvent(CareEvent event, FeatureView features) {
        List<CompiledPattern> reading = readers.get(event.type().name());
        if (reading == null) {
            return List.of();
        }
        surroundings.turnTo(features);
        state.load();
        List<PatternMatch> matches = new ArrayList<>();
        for (CompiledPattern pattern : reading) {
            OpenMatches open = open(pattern);
            if (open == null && pattern.tests().mayStart(event)) {
                open = cep.begin(pattern);
            }
            if (open != null) {
                for (Map<String, List<CareEvent>> found : cep.process(pattern, open, event)) {
                    matches.add(match(pattern, event.dueMillis(), found, anchor -> features));
                }
                keep(pattern, open);
            }
        }
        state.save();
        matches.sort(MatchOrder.BY_PATTERN_AND_EVENTS);
        return matches;
    }

    /**
     * Handles a deadline that the stage set.
     *
     * @param name what the stage called it: a pattern's name and version
     * @param featuresAt the features at the deadline, for the event that anchors a match
     * @return the matches that come true by it, ordered by their events' ids
     */
    public List<PatternMatch> onDue(long timeMillis, String name, Function<CareEvent, FeatureView> featuresAt) {
        state.load();
        state.deadlineIsOver(name);
        List<PatternMatch> matches = new ArrayList<>();
        CompiledPattern pattern = byKey.get(name);
        OpenMatches open = pattern == null ? null : open(pattern);
        if (pattern == null || open == null) {
            state.forget(name); // the pattern has gone, or has another structure now
        } else {
            for (Map<String, List<CareEvent>> found : cep.advance(pattern, open, timeMillis)) {
                matches.add(match(pattern, timeMillis, found, featuresAt));
            }
            keep(pattern, open);
        }
        state.save();
        matches.sort(MatchOrder.BY_PATTERN_AND_EVENTS);
        return matches;
    }

    /** Forgets all open matches of the customer. */
    public void clear() {
        state.clear();
    }

    /** How many matches of each pattern and version are open for the customer, by name. */
    public SortedMap<String, Integer> openMatches() {
        state.load();
        return state.counts();
    }

    /** How many open matches this stage has dropped because a customer had more than a pattern's limit. */
    public long droppedOpenMatches() {
        return dropped;
    }

    private void add(CompiledPattern pattern) {
        byKey.put(pattern.definition().key(), pattern);
        for (String type : pattern.definition().types()) {
            readers.computeIfAbsent(type, key -> new ArrayList<>()).add(pattern);
        }
    }

    /** The open matches of a pattern, or null; those of another structure are dropped, since the NFA cannot read them. */
    private @Nullable OpenMatches open(CompiledPattern pattern) {
        OpenMatches open = state.find(pattern.definition().key());
        if (open != null && !open.structure().equals(pattern.structure())) {
            dropped += open.count();
            state.forget(pattern.definition().key());
            return null;
        }
        return open;
    }

    private void keep(CompiledPattern pattern, OpenMatches open) {
        dropped += cep.dropBeyond(pattern.definition().openLimit(), open);
        state.keep(pattern.definition().key(), open, cep.deadlineMillis(pattern, open));
    }

    private static PatternMatch match(
            CompiledPattern pattern,
            long timeMillis,
            Map<String, List<CareEvent>> found,
            Function<CareEvent, FeatureView> featuresAt) {
        Map<String, List<CareEvent>> stages = new java.util.LinkedHashMap<>();
        pattern.definition()
                .stages()
                .forEach(stage -> stages.put(stage.name(), found.getOrDefault(stage.name(), List.of())));
        SortedMap<String, Double> read = new TreeMap<>();
        PatternMatch bare = new PatternMatch(
                pattern.definition().name(), pattern.definition().version(), timeMillis, stages, read);
        if (pattern.tests().featuresRead().isEmpty()) {
            return bare;
        }
        FeatureView view = featuresAt.apply(bare.anchor());
        for (String feature : pattern.tests().featuresRead()) {
            double value = view.value(feature);
            if (!Double.isNaN(value)) {
                read.put(feature, value);
            }
        }
        return new PatternMatch(bare.pattern(), bare.version(), timeMillis, stages, read);
    }
}
