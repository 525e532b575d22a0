package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.expression.Expression;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.expression.Scope;
import io.heed.events.expression.ValueType;
import io.heed.features.Calculation.Derived;
import io.heed.features.Calculation.Rolling;
import io.heed.features.window.Reading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The features and series of a stage, compiled, and who reads which event type. */
final class StageParts {
    private final EventCatalogue catalogue;
    private final Map<KeptSeries, SeriesNeeds> needs = new LinkedHashMap<>();
    private final Map<Long, SeriesNeeds> needsById = new HashMap<>();
    private final List<KeptSeries> kept;
    private final List<Series> series = new ArrayList<>();
    private final Map<String, List<Series>> byType = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();

    /** Makes a series of a declaration. */
    interface SeriesMaker {
        Series make(SeriesNeeds needs, SeriesInput input);
    }

    StageParts(FeatureDefinitions declared, EventCatalogue catalogue, SeriesMaker maker) {
        this.catalogue = catalogue;
        declared.all().forEach(feature -> collect(feature.calculation()));
        this.kept = List.copyOf(needs.keySet());
        needs.values().forEach(needed -> {
            SeriesDefinition definition = needed.series();
            Series made = maker.make(needed, new SeriesInput(definition, catalogue));
            series.add(made);
            if (definition.isKept()) {
                needsById.put(needed.kept().id(), needed);
                typesOf(definition)
                        .forEach(type -> byType.computeIfAbsent(type, any -> new ArrayList<>())
                                .add(made));
            }
        });
        for (FeatureDefinition feature : declared.all()) {
            places.put(feature.name(), features.size());
            features.add(feature(feature.calculation(), declared.names()));
        }
    }

    List<Feature> features() {
        return features;
    }

    List<Series> series() {
        return series;
    }

    /** The place of a feature among all. */
    int placeOf(String feature) {
        Integer place = places.get(feature);
        if (place == null) {
            throw new IllegalArgumentException("feature is not declared: " + feature);
        }
        return place;
    }

    /** The series that read an event's type. */
    List<Series> readersOf(CareEvent event) {
        return byType.getOrDefault(event.type().name(), List.of());
    }

    /** What is needed of a series, null where nobody reads it. */
    @Nullable
    SeriesNeeds needsOf(long seriesId) {
        return needsById.get(seriesId);
    }

    private void collect(Calculation calculation) {
        if (calculation instanceof Rolling rolling) {
            needsOf(KeptSeries.of(rolling)).add(rolling);
            KeptSeries marks = KeptSeries.ofMarks(rolling);
            if (marks != null) {
                needsOf(marks).addMarks(rolling);
            }
        }
    }

    private SeriesNeeds needsOf(KeptSeries wanted) {
        return needs.computeIfAbsent(wanted, SeriesNeeds::new);
    }

    private static Set<String> typesOf(SeriesDefinition definition) {
        Set<String> types = new java.util.LinkedHashSet<>(definition.events());
        types.addAll(definition.until());
        return types;
    }

    private Feature feature(Calculation calculation, Set<String> names) {
        if (calculation instanceof Rolling rolling) {
            KeptSeries wanted = KeptSeries.of(rolling);
            KeptSeries marks = KeptSeries.ofMarks(rolling);
            return new Feature.OfEvents(
                    rolling,
                    kept.indexOf(wanted),
                    new Reading(needsOf(wanted).columnOf(rolling.series()), rolling.statistic()),
                    marks == null ? -1 : kept.indexOf(marks));
        }
        Derived derived = (Derived) calculation;
        List<EventType> types =
                derived.events().stream().map(catalogue::require).toList();
        Scope scope = Scope.empty().withNumbers("features", names);
        ExpressionCompiler compiler = new ExpressionCompiler(types.isEmpty() ? scope : scope.withEvent("event", types));
        @Nullable
        Expression where = derived.where().isEmpty() ? null : compiler.compile(derived.where(), ValueType.CONDITION);
        return new Feature.OfFeatures(
                Set.copyOf(derived.events()), compiler.compile(derived.expression(), ValueType.NUMBER), where);
    }
}
