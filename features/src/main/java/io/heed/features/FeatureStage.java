package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.expression.Bindings;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.SharedHistory;
import io.heed.events.timeline.StageAgenda;
import io.heed.features.StageParts.Reader;
import io.heed.features.window.FewStore;
import io.heed.features.window.SeriesStore;
import io.heed.features.window.TrackedStore;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what the declared features need of each customer and works them out when asked. What is kept is known by its
 * own declaration: when features are added, changed or removed, all others keep their values.
 */
public final class FeatureStage {
    private static final String PRUNE = "prune";
    /** Reading all of a customer's state costs far more than an event, and events drop what they outdate themselves. */
    private static final long PRUNE_MILLIS = 30L * 86_400_000;

    private final StageAgenda agenda;
    private final SharedHistory shared;
    private final SeriesStore windows;
    private final FewStore fewEntries;
    private final TrackedStore trackedEntries;
    private final AreaHistory areas;
    private final FeatureCompiler compiler;
    private final FeaturePlans plans;
    private DefinitionHistory<FeatureDefinition> history;
    private FeatureWatch watch = FeatureWatch.NONE;

    /** A stage over state and agenda of the customer at hand, for features that never change. */
    public FeatureStage(
            StateStore state,
            StageAgenda agenda,
            FeatureDefinitions features,
            EventCatalogue catalogue,
            SharedHistory shared) {
        this(state, agenda, features.history(), catalogue, shared);
    }

    /**
     * A stage over state and agenda of the customer at hand; the expressions of all features are compiled here.
     *
     * @param history which features there are from when on; after every change to it call {@link #follow}
     */
    public FeatureStage(
            StateStore state,
            StageAgenda agenda,
            DefinitionHistory<FeatureDefinition> history,
            EventCatalogue catalogue,
            SharedHistory shared) {
        this(state, agenda, history, new FeatureCompiler(catalogue, null), shared);
    }

    FeatureStage(
            StateStore state,
            StageAgenda agenda,
            DefinitionHistory<FeatureDefinition> history,
            FeatureCompiler compiler,
            SharedHistory shared) {
        this.agenda = agenda;
        this.shared = shared;
        this.windows = new SeriesStore(state, !compiler.isNumbering());
        this.fewEntries = new FewStore(state);
        this.trackedEntries = new TrackedStore(state, Calculation.LONGEST_MILLIS);
        this.areas = new AreaHistory(state);
        this.compiler = compiler;
        this.plans = new FeaturePlans(history, compiler, this::series);
        this.history = history;
    }

    /** Has somebody look on from now on. */
    public void watchedBy(FeatureWatch watcher) {
        watch = watcher;
        watch.follows(this, history);
    }

    /** Takes over what has changed in a history: what is unchanged keeps its values, what is new begins at its time. */
    public void follow(DefinitionHistory<FeatureDefinition> changed) {
        history = changed;
        plans.follow(changed);
        watch.follows(this, changed);
    }

    /** What is kept at a time and since when, as texts, for {@link #resume} after a restart. */
    public SortedMap<String, Long> runningSince(long timeMillis) {
        return plans.at(timeMillis).feeding().notes();
    }

    /**
     * Tells the stage, when a job goes on with other definitions, what was kept before. What was not begins anew.
     *
     * @param untilMillis up to which event time
     */
    public void resume(SortedMap<String, Long> ranSince, long untilMillis) {
        plans.resume(Feeding.ofNotes(ranSince), untilMillis);
    }

    /** The features of a time by name, each with the time from when on it misses nothing. */
    public SortedMap<String, Completeness> completeness(long timeMillis) {
        StageParts parts = plans.at(timeMillis);
        SortedMap<String, Completeness> all = new TreeMap<>();
        for (String name : parts.declared().names()) {
            all.put(name, parts.feeding().completeness(parts.declared(), name));
        }
        return all;
    }

    /**
     * The features at an instant, each worked out when it is asked for. The view holds good until the next event is
     * observed.
     *
     * @param timeMillis never before an instant that was asked for or observed on time earlier
     * @param eventAtHand the event that grouped and derived features refer to; null where there is none, and they are
     *     then absent
     */
    public FeatureView at(long timeMillis, @Nullable CareEvent eventAtHand) {
        watch.asked(timeMillis, eventAtHand);
        return view(timeMillis, eventAtHand);
    }

    StageView view(long timeMillis, @Nullable CareEvent eventAtHand) {
        return new StageView(plans.at(timeMillis), timeMillis, eventAtHand);
    }

    /** Takes an event that is on time. */
    public void observe(CareEvent event) {
        observe(event, event.dueMillis());
    }

    /**
     * Takes an event, however late; views of later instants count it at its own time.
     *
     * @param nowMillis the present, never before that of an earlier event; what is kept of the event is what the features
     *     of the present need
     */
    public void observe(CareEvent event, long nowMillis) {
        watch.observes(event, nowMillis);
        areas.observe(event);
        List<Reader> readers = plans.at(nowMillis).readersOf(event);
        if (readers.isEmpty()) {
            return;
        }
        Bindings bindings = Bindings.ofEvent("event", event);
        boolean grew = false;
        for (Reader reader : readers) {
            grew |= event.dueMillis() >= reader.begunMillis() && reader.series().observe(event, bindings);
        }
        if (grew) {
            agenda.setIfAbsent(PRUNE, event.dueMillis() + PRUNE_MILLIS);
        }
    }

    /** Drops what no feature can read any more, and comes back when more is ready to drop, but at most monthly. */
    public void onDue(long timeMillis, String name) {
        if (!name.equals(PRUNE)) {
            throw new IllegalArgumentException("deadline is not known: " + name);
        }
        StageParts parts = plans.at(timeMillis);
        long nextMillis = Math.min(
                windows.prune(id -> parts.needed(id, SeriesNeeds::plan), timeMillis),
                Math.min(
                        fewEntries.prune(id -> parts.needed(id, SeriesNeeds::few), timeMillis),
                        trackedEntries.prune(id -> parts.needed(id, SeriesNeeds::retention), timeMillis)));
        if (nextMillis != Long.MAX_VALUE) {
            agenda.set(PRUNE, Math.max(nextMillis, timeMillis + PRUNE_MILLIS));
        }
    }

    /** Forgets the customer. */
    public void clear() {
        windows.clear();
        fewEntries.clear();
        trackedEntries.clear();
        areas.clear();
        agenda.cancel(PRUNE);
        watch.cleared();
    }

    private Series series(SeriesNeeds needs) {
        SeriesDefinition series = needs.series();
        SeriesInput input = compiler.input(series);
        ValueInput value = compiler.value(series);
        return switch (needs.kept().keeping()) {
            case WINDOW, EXACT -> {
                List<ValueInput> values =
                        needs.values().stream().map(compiler::value).toList();
                yield new WindowSeries(series.group(), input, values, needs.plan(), windows);
            }
            case NEWEST, OLDEST -> new FewSeries(needs.id(), series.group(), input, value, needs.few(), fewEntries);
            case TRACKED -> new TrackedSeries(needs.id(), series, input, value, needs.retention(), trackedEntries);
            case SHARED -> new SharedSeries(series, input, value, needs.reachMillis(), shared, areas);
        };
    }
}
