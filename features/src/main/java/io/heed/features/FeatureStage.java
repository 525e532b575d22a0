package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.Bindings;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.SharedHistory;
import io.heed.events.timeline.StageAgenda;
import io.heed.features.window.FewStore;
import io.heed.features.window.SeriesStore;
import io.heed.features.window.TrackedStore;
import java.util.List;
import java.util.function.Function;
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
    private final StageParts parts;

    /** A stage over state and agenda of the customer at hand; the expressions of all features are compiled here. */
    public FeatureStage(
            StateStore state,
            StageAgenda agenda,
            FeatureDefinitions features,
            EventCatalogue catalogue,
            SharedHistory shared) {
        this.agenda = agenda;
        this.shared = shared;
        this.windows = new SeriesStore(state);
        this.fewEntries = new FewStore(state);
        this.trackedEntries = new TrackedStore(state, Calculation.LONGEST_MILLIS);
        this.areas = new AreaHistory(state);
        this.parts = new StageParts(features, catalogue, (needs, input) -> series(needs, input, catalogue));
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
        return new StageView(parts, timeMillis, eventAtHand);
    }

    /** Takes an event, however late; views of later instants count it at its own time. */
    public void observe(CareEvent event) {
        areas.observe(event);
        List<Series> readers = parts.readersOf(event);
        if (readers.isEmpty()) {
            return;
        }
        Bindings bindings = Bindings.ofEvent("event", event);
        boolean grew = false;
        for (Series reader : readers) {
            grew |= reader.observe(event, bindings);
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
        long nextMillis = windows.prune(id -> needed(id, SeriesNeeds::plan), timeMillis);
        nextMillis = Math.min(nextMillis, fewEntries.prune(id -> needed(id, SeriesNeeds::few), timeMillis));
        nextMillis = Math.min(nextMillis, trackedEntries.prune(id -> needed(id, SeriesNeeds::retention), timeMillis));
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
    }

    private <T> @Nullable T needed(long seriesId, Function<SeriesNeeds, T> what) {
        SeriesNeeds needs = parts.needsOf(seriesId);
        return needs == null ? null : what.apply(needs);
    }

    private Series series(SeriesNeeds needs, SeriesInput input, EventCatalogue catalogue) {
        SeriesDefinition series = needs.series();
        long id = needs.kept().id();
        ValueInput value = new ValueInput(series, catalogue);
        return switch (needs.kept().keeping()) {
            case WINDOW, EXACT -> {
                List<ValueInput> values = needs.values().stream()
                        .map(each -> new ValueInput(each, catalogue))
                        .toList();
                yield new WindowSeries(series.group(), input, values, needs.plan(), windows);
            }
            case NEWEST, OLDEST -> new FewSeries(id, series.group(), input, value, needs.few(), fewEntries);
            case TRACKED -> new TrackedSeries(id, series, input, value, needs.retention(), trackedEntries);
            case SHARED -> new SharedSeries(series, input, value, needs.reachMillis(), shared, areas);
        };
    }
}
