package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.features.Calculation.Derived;
import io.heed.features.Calculation.Rolling;
import io.heed.features.Feeding.Need;
import io.heed.features.window.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The features and series that a stage has at a time, and who reads which event type. */
final class StageParts {
    private final FeatureDefinitions declared;
    private final Feeding feeding;
    private final boolean isNumbering;
    private final Map<KeptSeries, SeriesNeeds> needs = new LinkedHashMap<>();
    private final Map<Long, SeriesNeeds> needsById = new HashMap<>();
    private final List<KeptSeries> kept;
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

    /** Makes a series that keeps what is needed. */
    interface SeriesMaker {
        Series make(SeriesNeeds needs);
    }

    StageParts(FeatureDefinitions declared, Feeding feeding, FeatureCompiler compiler, SeriesMaker maker) {
        this.declared = declared;
        this.feeding = feeding;
        this.isNumbering = compiler.isNumbering();
        declared.all().forEach(feature -> collect(feature.calculation()));
        this.kept = List.copyOf(needs.keySet());
        needs.values().forEach(needed -> {
            SeriesDefinition definition = needed.series();
            long begunMillis = feeding.begunMillis(needed.kept().number());
            Series made = maker.make(needed);
            series.add(made);
            if (definition.isKept()) {
                needsById.put(needed.id(), needed);
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
        if (feature.calculation() instanceof Rolling rolling) {
            if (rolling.series().isKept()) {
                needs.add(Need.of(rolling));
            }
            KeptSeries marks = KeptSeries.ofMarks(rolling);
            if (marks != null) {
                needs.add(Need.ofMarks(marks, rolling));
            }
        }
        return needs;
    }

    List<Feature> features() {
        return features;
    }

    List<Series> series() {
        return series;
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

    /** What is needed of a series, null where nobody reads it. */
    <T> @Nullable T needed(long seriesId, Function<SeriesNeeds, T> what) {
        SeriesNeeds found = needsById.get(seriesId);
        return found == null ? null : what.apply(found);
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
        return needs.computeIfAbsent(wanted, fresh -> new SeriesNeeds(fresh, feeding, isNumbering));
    }

    private static Set<String> typesOf(SeriesDefinition definition) {
        Set<String> types = new LinkedHashSet<>(definition.events());
        types.addAll(definition.until());
        return types;
    }

    private Feature feature(Calculation calculation, FeatureCompiler compiler) {
        if (calculation instanceof Rolling rolling) {
            KeptSeries wanted = KeptSeries.of(rolling);
            KeptSeries marks = KeptSeries.ofMarks(rolling);
            return new Feature.OfEvents(
                    rolling,
                    kept.indexOf(wanted),
                    new Reading(needsOf(wanted).columnOf(rolling.series()), rolling.statistic()),
                    marks == null ? -1 : kept.indexOf(marks));
        }
        return compiler.derived((Derived) calculation);
    }
}
