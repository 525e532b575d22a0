package io.heed.features;

import io.heed.features.Calculation.Rolling;
import io.heed.features.window.Column;
import io.heed.features.window.Few;
import io.heed.features.window.Retention;
import io.heed.features.window.SeriesPlan;
import io.heed.features.window.Statistic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What all features together need of a series. */
final class SeriesNeeds {
    private static final Comparator<SeriesDefinition> BY_VALUE =
            Comparator.comparingInt(SeriesDefinition::valueId).thenComparing(SeriesDefinition::canonical);
    private static final Comparator<Statistic> IN_ORDER =
            Comparator.comparing(Statistic::aggregate).thenComparing(Statistic::halfLifeMillis);

    private final KeptSeries kept;
    private final Map<SeriesDefinition, TreeSet<Statistic>> values = new TreeMap<>(BY_VALUE);
    private long reachMillis;
    private Few few = Few.OLDEST;
    private Retention retention = new Retention(0, 0, false);
    private @Nullable SeriesPlan plan;

    SeriesNeeds(KeptSeries kept) {
        this.kept = kept;
    }

    /** Adds what a feature needs of its series. */
    void add(Rolling rolling) {
        reachMillis = Math.max(reachMillis, rolling.reachMillis());
        few = few.and(rolling.few());
        retention = retention.and(rolling.retention());
        if (!rolling.series().value().isEmpty()) {
            values.computeIfAbsent(rolling.series(), any -> new TreeSet<>(IN_ORDER))
                    .add(rolling.statistic());
        }
    }

    /** Adds what a feature needs of the marks since which it counts. */
    void addMarks(Rolling rolling) {
        few = few.and(new Few(1, rolling.reachMillis()));
    }

    KeptSeries kept() {
        return kept;
    }

    SeriesDefinition series() {
        return kept.series();
    }

    /** How far back it is read. */
    long reachMillis() {
        return reachMillis;
    }

    Few few() {
        return few;
    }

    Retention retention() {
        return retention;
    }

    /** The values that each entry holds, in order. */
    List<SeriesDefinition> values() {
        return new ArrayList<>(values.keySet());
    }

    /** The place of a feature's value, {@link Column#NONE} where it has none. */
    int columnOf(SeriesDefinition series) {
        return values().indexOf(series);
    }

    /** What is kept, once all features have been added. */
    SeriesPlan plan() {
        SeriesPlan known = plan;
        if (known == null) {
            List<Column> columns = new ArrayList<>();
            values.forEach((value, statistics) -> columns.add(new Column(value.valueId(), List.copyOf(statistics))));
            known = new SeriesPlan(kept.id(), columns, reachMillis, kept.keeping() == Keeping.EXACT);
            plan = known;
        }
        return known;
    }
}
