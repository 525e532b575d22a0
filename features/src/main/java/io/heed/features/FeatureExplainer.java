package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.change.DefinitionHistory;
import io.heed.events.expression.Bindings;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.SharedHistory;
import io.heed.features.FeatureExplanation.Cause;
import io.heed.features.window.Accumulator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Explains one customer's features at one instant while a stage works. Beside the stage it keeps a second one that keeps
 * the number of each event in place of its value, so that the very same rules say which events a value is made of.
 */
@SuppressWarnings("NullAway.Init") // a stage has it follow before anything else
public final class FeatureExplainer implements FeatureWatch {
    private final FeatureCompiler compiler;
    private final FeatureCompiler numbering;
    private final SharedHistory shared;
    private final long timeMillis;
    private final Set<String> wanted;
    private final Consumer<Explanation> given;
    private final List<CareEvent> events = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> explained = new HashSet<>();
    private boolean isReached;
    private FeatureStage stage;
    private @Nullable FeatureStage numbered;

    /**
     * An explainer of one instant; it gives one explanation without an event at hand and one for each event of that
     * instant.
     *
     * @param wanted the names of the features to explain; none for all
     */
    public FeatureExplainer(
            EventCatalogue catalogue,
            SharedHistory shared,
            long timeMillis,
            Collection<String> wanted,
            Consumer<Explanation> given) {
        this.compiler = new FeatureCompiler(catalogue, null);
        this.numbering = new FeatureCompiler(catalogue, this::numberOf);
        this.shared = shared;
        this.timeMillis = timeMillis;
        this.wanted = Set.copyOf(wanted);
        this.given = given;
    }

    /** Tells that all is known that was known at a time, before anything of that time is handled. */
    public void reach(long nowMillis) {
        if (!isReached && nowMillis >= timeMillis) {
            isReached = true;
            explain(null);
        }
    }

    @Override
    public void follows(FeatureStage watched, DefinitionHistory<FeatureDefinition> history) {
        stage = watched;
        if (numbered == null) {
            MemoryStateStore state = new MemoryStateStore();
            numbered = new FeatureStage(state, new Agenda(state).of("features"), history, numbering, shared);
        } else {
            numbered.follow(history);
        }
    }

    @Override
    public void asked(long askedMillis, @Nullable CareEvent eventAtHand) {
        if (askedMillis == timeMillis
                && eventAtHand != null
                && eventAtHand.dueMillis() == timeMillis
                && explained.add(identity(eventAtHand))) {
            explain(eventAtHand);
        }
    }

    @Override
    public void observes(CareEvent event, long nowMillis) {
        numbered().observe(event, nowMillis);
    }

    @Override
    public void cleared() {
        numbered().clear();
    }

    private void explain(@Nullable CareEvent eventAtHand) {
        StageView served = stage.view(timeMillis, eventAtHand);
        StageView counted = numbered().view(timeMillis, eventAtHand);
        List<FeatureExplanation> features = new ArrayList<>();
        for (FeatureDefinition definition : served.parts().declared().all()) {
            if (wanted.isEmpty() || wanted.contains(definition.name())) {
                features.add(explain(definition, served, counted));
            }
        }
        given.accept(new Explanation(timeMillis, eventAtHand, features));
    }

    private FeatureExplanation explain(FeatureDefinition definition, StageView served, StageView counted) {
        String name = definition.name();
        double value = served.value(name);
        Completeness completeness =
                served.parts().feeding().completeness(served.parts().declared(), name);
        Feature feature = counted.parts().features().get(counted.parts().placeOf(name));
        if (feature instanceof Feature.OfEvents ofEvents) {
            long from = ofEvents.fromMillis(counted);
            Behind behind = new Behind(ofEvents, from);
            double exact = ofEvents.feed(counted, behind) ? behind.exact.result(timeMillis) : Double.NaN;
            return new FeatureExplanation(definition, value, exact, from, completeness, new TreeMap<>(), behind.causes);
        }
        SortedMap<String, Double> reads = new TreeMap<>();
        definition.readsFeatures().forEach(read -> reads.put(read, served.value(read)));
        return new FeatureExplanation(definition, value, value, Long.MIN_VALUE, completeness, reads, List.of());
    }

    private double numberOf(CareEvent event) {
        return numbers.computeIfAbsent(identity(event), fresh -> {
            events.add(event);
            return events.size();
        });
    }

    private FeatureStage numbered() {
        if (numbered == null) {
            throw new IllegalStateException("no stage is watched");
        }
        return numbered;
    }

    private static String identity(CareEvent event) {
        return event.source() + '\n' + event.id();
    }

    /** Takes the numbers of events for the events, and feeds the values of those within the window to the aggregate. */
    private final class Behind implements Accumulator {
        private final ValueInput input;
        private final long fromMillis;
        private final Accumulator exact;
        private final List<Cause> causes = new ArrayList<>();

        Behind(Feature.OfEvents feature, long fromMillis) {
            this.input = compiler.value(feature.rolling().series());
            this.fromMillis = fromMillis;
            this.exact = feature.accumulator();
        }

        @Override
        public void add(long countsAtMillis, double number) {
            CareEvent event = events.get((int) number - 1);
            if (countsAtMillis >= fromMillis) {
                exact.add(countsAtMillis, input.of(event, Bindings.ofEvent("event", event)));
            }
            causes.add(
                    new Cause(event.id(), event.type().name(), event.timeMillis(), countsAtMillis, input.shown(event)));
        }

        @Override
        public double result(long nowMillis) {
            return exact.result(nowMillis);
        }
    }
}
