package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.StageAgenda;
import io.heed.features.FeatureView;
import io.heed.patterns.PatternPlan.Entry;
import io.heed.patterns.PatternTally.Figure;
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
 * and of those only to the ones with open matches or whose first stage it fits. The time of an event or deadline alone
 * says which versions run.
 */
public final class PatternStage {
    /** The name of the state that every customer has who may have to be visited when a change replays. */
    public static final String KEPT_STATE = KeptEvents.INDEX;

    private final OpenMatchesState state;
    private final KeptEvents kept;
    private final CepAdapter cep;
    private final EventCatalogue catalogue;
    private ConditionScopes scopes;
    private final Surroundings surroundings = new Surroundings();
    private final PatternPlans plans;
    private final PatternTally tally;
    private final Map<PatternDefinition, CompiledPattern> compiled = new HashMap<>();
    private final SortedMap<String, Long> since = new TreeMap<>();

    /**
     * A stage with its state, for patterns that never change.
     *
     * @param features the names of all features
     */
    public PatternStage(
            StateStore state,
            StageAgenda agenda,
            PatternDefinitions definitions,
            EventCatalogue catalogue,
            Collection<String> features) {
        this(state, agenda, definitions.history(catalogue), catalogue, features, PatternTally.NONE);
    }

    /**
     * A stage with its state.
     *
     * @param history which versions run from when on; after every change to it call {@link #follow}
     * @param features the names of all features
     */
    @SuppressWarnings("NullAway.Init") // follow sets the scopes
    public PatternStage(
            StateStore state,
            StageAgenda agenda,
            DefinitionHistory<PatternDefinition> history,
            EventCatalogue catalogue,
            Collection<String> features,
            PatternTally tally) {
        CareEventCodec events = new CareEventCodec(catalogue);
        this.state = new OpenMatchesState(state, agenda, new OpenMatchesCodec(events), tally);
        this.kept = new KeptEvents(state, events);
        this.cep = new CepAdapter(events);
        this.tally = tally;
        this.catalogue = catalogue;
        this.plans = new PatternPlans(definition -> compiled.computeIfAbsent(definition, this::compile));
        follow(history, features);
    }

    /** The versions that run in the end, each with the event time since when it has run without a break. */
    public SortedMap<String, Long> runningSince() {
        SortedMap<String, Long> running = new TreeMap<>();
        plans.lastKeys().forEach(key -> running.put(key, since.getOrDefault(key, Long.MIN_VALUE)));
        return running;
    }

    /**
     * Tells the stage, when a job goes on with other definitions, what ran before. A version that comes back after it was
     * away has missed events, so what it had open is dropped when its customer is next looked at.
     *
     * @param untilMillis up to which event time those ran
     */
    public void resume(SortedMap<String, Long> ranSince, long untilMillis) {
        plans.lastKeys().forEach(key -> since.put(key, ranSince.getOrDefault(key, untilMillis)));
    }

    /** Takes over what has changed in a history, while there are the same features. */
    public void follow(DefinitionHistory<PatternDefinition> history) {
        plans.follow(history);
    }

    /**
     * Takes over what has changed in a history.
     *
     * @param features the names of all features that any of its patterns may read
     */
    public void follow(DefinitionHistory<PatternDefinition> history, Collection<String> features) {
        scopes = new ConditionScopes(catalogue, features);
        follow(history);
    }

    private CompiledPattern compile(PatternDefinition fresh) {
        return cep.compile(fresh, new PatternTests(fresh, catalogue, scopes, surroundings));
    }

    /**
     * Runs an event, at the time at which it is due.
     *
     * @param features the features up to the event
     * @return the matches that it completes, ordered by pattern and then by the ids of their events
     */
    public List<PatternMatch> onEvent(CareEvent event, FeatureView features) {
        long now = event.dueMillis();
        String type = event.type().name();
        PatternPlan plan = plans.at(now);
        List<Entry> reading = plan.readersOf(type);
        if (reading.isEmpty()) {
            return List.of();
        }
        surroundings.turnTo(features);
        state.load();
        keep(plan.keepersOf(type), event, features);
        List<PatternMatch> matches = new ArrayList<>();
        for (Entry entry : reading) {
            OpenMatches open = openFor(entry, event);
            if (open != null) {
                for (Map<String, List<CareEvent>> found : cep.process(entry.pattern(), open, event)) {
                    give(Matches.match(entry, now, found, anchor -> features), matches);
                }
                keep(entry.pattern(), open);
            }
        }
        if (plans.haveChanged()) {
            state.forgetAllBut(key -> plan.find(key, now) != null);
        }
        state.save();
        matches.sort(MatchOrder.BY_PATTERN_AND_EVENTS);
        return matches;
    }

    /**
     * Handles the deadline that the stage set.
     *
     * @param featuresAt the features at the deadline, for the event that anchors a match
     * @return the matches that come true by it, ordered by pattern and then by the ids of their events
     */
    public List<PatternMatch> onDue(long timeMillis, Function<CareEvent, FeatureView> featuresAt) {
        state.load();
        List<PatternMatch> matches = new ArrayList<>();
        PatternPlan plan = plans.at(timeMillis);
        for (String key : state.takeDue(timeMillis)) {
            Entry entry = plan.find(key, timeMillis);
            OpenMatches open = entry == null ? null : open(entry.pattern());
            if (entry == null || open == null) {
                state.forget(key); // the pattern has gone, or has another structure now
            } else {
                for (Map<String, List<CareEvent>> found : cep.advance(entry.pattern(), open, timeMillis)) {
                    give(Matches.match(entry, timeMillis, found, featuresAt), matches);
                }
                keep(entry.pattern(), open);
            }
        }
        state.save();
        matches.sort(MatchOrder.BY_PATTERN_AND_EVENTS);
        return matches;
    }

    /**
     * When kept events of the customer at hand must next run through a new version, at or before a time; everything due
     * before is handled first.
     *
     * @return the change's effective time, or {@link Long#MAX_VALUE} where there is none
     */
    public long nextReplayMillis(long untilMillis) {
        return plans.mayReplayUntil(untilMillis)
                ? plans.nextReplayMillis(kept.lastReplays(), untilMillis)
                : Long.MAX_VALUE;
    }

    /**
     * Runs the kept events of the customer at hand through the versions that took effect at a time. Their open matches
     * go on from there; what they complete on the way is past and is not given.
     *
     * @return the matches of absences whose deadline had passed by then, and that had not been given before
     */
    public List<PatternMatch> replay(long effectiveMillis, Function<CareEvent, FeatureView> featuresAt) {
        SortedMap<String, Long> last = kept.lastReplays();
        List<PatternMatch> matches = new ArrayList<>();
        state.load();
        for (Entry entry : plans.replaysAt(effectiveMillis)) {
            String name = entry.running().name();
            if (last.getOrDefault(name, Long.MAX_VALUE) < effectiveMillis) {
                replay(entry, kept.of(name), effectiveMillis, featuresAt, matches);
                kept.noteReplay(name, effectiveMillis);
            }
        }
        PatternPlan plan = plans.at(effectiveMillis);
        state.forgetAllBut(key -> plan.find(key, effectiveMillis) != null);
        state.save();
        matches.sort(MatchOrder.BY_PATTERN_AND_EVENTS);
        return matches;
    }

    /** Lets go of what the customer at hand has of versions that no longer run; for customers who are silent. */
    public void tidy(long timeMillis) {
        PatternPlan plan = plans.at(timeMillis);
        kept.forgetAllBut(plan::keeps);
        state.load();
        state.forgetAllBut(key -> plan.find(key, timeMillis) != null);
        state.save();
    }

    /** Forgets all open matches of the customer, and all kept events. */
    public void clear() {
        state.clear();
        kept.clear();
    }

    /** How many matches of each pattern and version are open for the customer, by name. */
    public SortedMap<String, Integer> openMatches() {
        state.load();
        return state.counts();
    }

    private void replay(
            Entry entry,
            List<KeptEvent> events,
            long effectiveMillis,
            Function<CareEvent, FeatureView> featuresAt,
            List<PatternMatch> matches) {
        CompiledPattern pattern = entry.pattern();
        OpenMatches open = cep.begin(pattern);
        List<Map<String, List<CareEvent>>> overdue = new ArrayList<>();
        for (KeptEvent event : events) {
            long now = event.event().dueMillis();
            surroundings.turnTo(new KeptFeatures(now, event.features()));
            overdue.addAll(cep.advance(pattern, open, now));
            cep.process(pattern, open, event.event());
        }
        overdue.addAll(cep.advance(pattern, open, effectiveMillis));
        for (Map<String, List<CareEvent>> found : overdue) {
            PatternMatch match = Matches.match(entry, effectiveMillis, found, featuresAt);
            if (events.stream().noneMatch(event -> event.given() && event.isOf(match.anchor()))) {
                give(match, matches);
            }
        }
        keep(pattern, open);
    }

    private void give(PatternMatch match, List<PatternMatch> matches) {
        matches.add(match);
        kept.noteGiven(match.pattern(), match.anchor());
        tally.count(match.key(), match.isLive() ? Figure.MATCHES : Figure.HELD_BACK, 1);
    }

    private void keep(List<PatternDefinition> keepers, CareEvent event, FeatureView features) {
        for (PatternDefinition keeper : keepers) {
            CompiledPattern pattern = compiled.get(keeper);
            if (pattern != null) {
                kept.keep(
                        keeper.name(),
                        keeper.keepEvents(),
                        event,
                        Matches.present(pattern.tests().featuresRead(), features));
            }
        }
    }

    /** The open matches that an event may change; new ones where it may begin a match; or null. */
    private @Nullable OpenMatches openFor(Entry entry, CareEvent event) {
        if (!entry.runsAt(event.dueMillis())) {
            return null;
        }
        CompiledPattern pattern = entry.pattern();
        OpenMatches open = open(pattern);
        boolean begins = entry.running().begins();
        if (open != null && !begins) {
            cep.beginNoMore(open);
        }
        return open == null && begins && pattern.tests().mayStart(event) ? cep.begin(pattern) : open;
    }

    /** The open matches of a pattern, or null; those that the NFA cannot read or that missed events are dropped. */
    private @Nullable OpenMatches open(CompiledPattern pattern) {
        String key = pattern.definition().key();
        OpenMatches open = state.find(key);
        if (open != null && (!open.structure().equals(pattern.structure()) || hasMissedEvents(key, open))) {
            tally.count(key, Figure.DROPPED, open.count());
            state.forget(key);
            return null;
        }
        return open;
    }

    private boolean hasMissedEvents(String key, OpenMatches open) {
        Long runningSince = since.get(key);
        return runningSince != null && runningSince != Long.MIN_VALUE && open.earliestStartMillis() <= runningSince;
    }

    private void keep(CompiledPattern pattern, OpenMatches open) {
        String key = pattern.definition().key();
        int dropped = cep.dropBeyond(pattern.definition().openLimit(), open);
        if (dropped > 0) {
            tally.count(key, Figure.DROPPED, dropped);
        }
        state.keep(key, open, cep.deadlineMillis(pattern, open));
    }
}
