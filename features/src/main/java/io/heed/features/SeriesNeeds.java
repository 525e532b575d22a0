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
    private static final Comparator<Statistic> IN_ORDER =
            Comparator.comparing(Statistic::aggregate).thenComparing(Statistic::halfLifeMillis);

    private final KeptSeries kept;
    private final Feeding feeding;
    private final Map<Value, TreeSet<Statistic>> values = new TreeMap<>();
    private long reachMillis;
    private Few few = Few.OLDEST;
    private Retention retention = new Retention(0, 0, false);
    private @Nullable SeriesPlan plan;

    /**
     * Nothing is needed yet.
     *
     * @param feeding since when the series and its values are kept
     * @param isNumbering whether entries hold the numbers of their events, also for features that read no value
     */
    SeriesNeeds(KeptSeries kept, Feeding feeding, boolean isNumbering) {
        this.kept = kept;
        this.feeding = feeding;
        if (isNumbering) {
            values.put(value(kept.series()), new TreeSet<>(IN_ORDER));
        }
    }

    /**
     * A value that each entry holds.
     *
     * @param column the number under which it is kept
     */
    private record Value(int column, SeriesDefinition series) implements Comparable<Value> {
        @Override
        public int compareTo(Value other) {
            int byColumn = Integer.compare(column, other.column);
            return byColumn == 0 ? series.canonical().compareTo(other.series.canonical()) : byColumn;
        }
    }

    /** Adds what a feature needs of its series. */
    void add(Rolling rolling) {
        reachMillis = Math.max(reachMillis, rolling.reachMillis());
        few = few.and(rolling.few());
        retention = retention.and(rolling.retention());
        if (!rolling.series().value().isEmpty()) {
            values.computeIfAbsent(value(rolling.series()), any -> new TreeSet<>(IN_ORDER))
                    .add(rolling.statistic());
        }
    }

    /** Adds what a feature needs of the marks since which it counts. */
    void addMarks(Rolling rolling) {
        few = few.and(rolling.fewMarks());
    }

    KeptSeries kept() {
        return kept;
    }

    SeriesDefinition series() {
        return kept.series();
    }

    /** The number under which it is kept. */
    long id() {
        return id(kept);
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
        return values.keySet().stream().map(Value::series).toList();
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
            values.forEach((value, statistics) -> columns.add(new Column(value.column(), List.copyOf(statistics))));
            known = new SeriesPlan(id(), columns, reachMillis, kept.keeping() == Keeping.EXACT);
            plan = known;
        }
        return known;
    }

    private Value value(SeriesDefinition series) {
        return new Value((int) id(kept.holding(series)), series);
    }

    private long id(KeptSeries declared) {
        return declared.id(feeding.begunMillis(declared.number()));
    }
}
