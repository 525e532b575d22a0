package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.features.Calculation.Derived;
import io.heed.features.Calculation.Rolling;
import io.heed.features.Feeding.Need;
import io.heed.features.window.Retention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The features and series that a stage has at a time, and who reads which event type. */
final class StageParts {
    private final FeatureDefinitions declared;
    private final Feeding feeding;
    private final Map<Long, Retention> retentionsById = new HashMap<>();
    private final List<SeriesDefinition> definitions;
    private final List<Series> series = new ArrayList<>();
    private final Map<String, List<Reader>> byType = new HashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Feature> features = new ArrayList<>();

    /**
     * A series that takes events.
     *
     * @param begunMillis from this time on; what was due before was not seen by all, and is left out also where it comes
     *     late
     */
    record Reader(Series series, long begunMillis) {}

    /** Makes a series of a declaration, whose entries are kept under a number. */
    interface SeriesMaker {
        Series make(long id, SeriesDefinition definition, SeriesInput input, Retention retention);
    }

    StageParts(FeatureDefinitions declared, Feeding feeding, FeatureCompiler compiler, SeriesMaker maker) {
        this.declared = declared;
        this.feeding = feeding;
        Map<SeriesDefinition, Retention> retentions = retentions(declared.all());
        this.definitions = List.copyOf(retentions.keySet());
        retentions.forEach((definition, retention) -> {
            long begunMillis = feeding.begunMillis(definition.number());
            long id = definition.id(begunMillis);
            Series made = maker.make(id, definition, compiler.input(definition), retention);
            series.add(made);
            if (definition.isKept()) {
                retentionsById.put(id, retention);
                typesOf(definition)
                        .forEach(type -> byType.computeIfAbsent(type, any -> new ArrayList<>())
                                .add(new Reader(made, begunMillis)));
            }
        });
        for (FeatureDefinition feature : declared.all()) {
            places.put(feature.name(), features.size());
            features.add(feature(feature.calculation(), compiler));
        }
    }

    /** What some features need of the series that are kept for each customer. */
    static Collection<Need> needs(Collection<FeatureDefinition> features) {
        Set<Need> needs = new TreeSet<>();
        features.forEach(feature -> needs.addAll(needs(feature)));
        return needs;
    }

    /** What a feature needs of them itself. */
    static List<Need> needs(FeatureDefinition feature) {
        List<Need> needs = new ArrayList<>();
        retentions(List.of(feature)).forEach((definition, retention) -> {
            if (definition.isKept()) {
                needs.add(new Need(definition.number(), retention));
            }
        });
        return needs;
    }

    List<Feature> features() {
        return features;
    }

    List<Series> series() {
        return series;
    }

    List<SeriesDefinition> definitions() {
        return definitions;
    }

    FeatureDefinitions declared() {
        return declared;
    }

    Feeding feeding() {
        return feeding;
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
    List<Reader> readersOf(CareEvent event) {
        return byType.getOrDefault(event.type().name(), List.of());
    }

    /** What must be kept of a series, null where nobody reads it. */
    @Nullable
    Retention retentionOf(long seriesId) {
        return retentionsById.get(seriesId);
    }

    private static Map<SeriesDefinition, Retention> retentions(Collection<FeatureDefinition> features) {
        Map<SeriesDefinition, Retention> retentions = new LinkedHashMap<>();
        for (FeatureDefinition feature : features) {
            if (feature.calculation() instanceof Rolling rolling) {
                retentions.merge(rolling.series(), rolling.retention(), Retention::and);
                if (rolling.since() != null) {
                    retentions.merge(rolling.since(), new Retention(0, 1, false), Retention::and);
                }
            }
        }
        return retentions;
    }

    private static Set<String> typesOf(SeriesDefinition definition) {
        Set<String> types = new LinkedHashSet<>(definition.events());
        types.addAll(definition.until());
        return types;
    }

    private Feature feature(Calculation calculation, FeatureCompiler compiler) {
        if (calculation instanceof Rolling rolling) {
            int since = rolling.since() == null ? -1 : definitions.indexOf(rolling.since());
            return new Feature.OfEvents(rolling, definitions.indexOf(rolling.series()), since);
        }
        return compiler.derived((Derived) calculation);
    }
}
