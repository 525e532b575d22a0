package io.heed.features.window;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is left of several entries: how many there were, and the statistics of each column. */
final class Tile {
    private final @Nullable Accumulator.OfValues[][] kept;
    private int entries;

    /** A tile of nothing yet. */
    Tile(List<Column> columns) {
        kept = new Accumulator.OfValues[columns.size()][];
        for (int i = 0; i < kept.length; i++) {
            List<Statistic> statistics = columns.get(i).statistics();
            kept[i] = new Accumulator.OfValues[statistics.size()];
            for (int j = 0; j < kept[i].length; j++) {
                kept[i][j] = statistics.get(j).fresh();
            }
        }
    }

    /** A tile that was kept, to be given its statistics. */
    Tile(List<Column> columns, int entries) {
        this(columns);
        this.entries = entries;
    }

    int columns() {
        return kept.length;
    }

    /** Whether every statistic is known. */
    boolean isComplete() {
        return Arrays.stream(kept).allMatch(column -> Arrays.stream(column).allMatch(Objects::nonNull));
    }

    int entries() {
        return entries;
    }

    /** The statistics of a column in order; null in place of one that was not asked for when the entries came. */
    @Nullable
    Accumulator.OfValues[] column(int column) {
        return kept[column];
    }

    /** The same with other columns: what is new of a column is not known, and a new column has no values yet. */
    Tile with(List<Column> wanted, List<Column> present) {
        Tile changed = new Tile(wanted, entries);
        for (int i = 0; i < wanted.size(); i++) {
            int before = wanted.get(i).placeIn(present);
            for (int j = 0; before != Column.NONE && j < changed.kept[i].length; j++) {
                int place = present.get(before)
                        .statistics()
                        .indexOf(wanted.get(i).statistics().get(j));
                changed.kept[i][j] = place < 0 ? null : kept[before][place];
            }
        }
        return changed;
    }

    /** Takes an entry. */
    void add(long timeMillis, double[][] values, int place) {
        entries++;
        for (int column = 0; column < kept.length; column++) {
            double value = values[column][place];
            for (Accumulator.OfValues statistic : kept[column]) {
                if (statistic != null && !Double.isNaN(value)) {
                    statistic.add(timeMillis, value);
                }
            }
        }
    }

    /** Takes a later tile in. */
    void addAll(Tile later) {
        entries += later.entries;
        for (int column = 0; column < kept.length; column++) {
            for (int i = 0; i < kept[column].length; i++) {
                Accumulator.OfValues mine = kept[column][i];
                Accumulator.OfValues theirs = later.kept[column][i];
                if (mine == null || theirs == null) {
                    kept[column][i] = null;
                } else {
                    mine.addAll(theirs);
                }
            }
        }
    }
}
