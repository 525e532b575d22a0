package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Scope;
import io.heed.events.expression.ValueType;
import io.heed.features.Calculation.Derived;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of features, each once however often definitions change. */
final class FeatureCompiler {
    private final EventCatalogue catalogue;
    private final @Nullable ToDoubleFunction<CareEvent> numbers;
    private final Map<SeriesDefinition, SeriesInput> inputs = new HashMap<>();
    private final Map<SeriesDefinition, ValueInput> values = new HashMap<>();
    private final Map<Derived, Feature.OfFeatures> derived = new HashMap<>();

    /**
     * A compiler over a catalogue.
     *
     * @param numbers the number that is kept of an event in place of its value, or null to keep the value
     */
    FeatureCompiler(EventCatalogue catalogue, @Nullable ToDoubleFunction<CareEvent> numbers) {
        this.catalogue = catalogue;
        this.numbers = numbers;
    }

    /** Whether the number of each event is kept in place of its value. */
    boolean isNumbering() {
        return numbers != null;
    }

    SeriesInput input(SeriesDefinition series) {
        return inputs.computeIfAbsent(series, fresh -> new SeriesInput(fresh, catalogue));
    }

    ValueInput value(SeriesDefinition series) {
        return values.computeIfAbsent(series, fresh -> new ValueInput(fresh, catalogue, numbers));
    }

    Feature.OfFeatures derived(Derived calculation) {
        return derived.computeIfAbsent(calculation, this::compile);
    }

    private Feature.OfFeatures compile(Derived calculation) {
        List<EventType> types =
                calculation.events().stream().map(catalogue::require).toList();
        Scope scope = Scope.empty().withNumbers("features", calculation.readsFeatures());
        ExpressionCompiler compiler = new ExpressionCompiler(types.isEmpty() ? scope : scope.withEvent("event", types));
        @Nullable
        Expression where =
                calculation.where().isEmpty() ? null : compiler.compile(calculation.where(), ValueType.CONDITION);
        return new Feature.OfFeatures(
                Set.copyOf(calculation.events()), compiler.compile(calculation.expression(), ValueType.NUMBER), where);
    }
}
