package io.heed.features.window;

import java.util.ArrayList;
import java.util.List;

/**
 * A value that is kept of every entry of a series, where the event has it.
 *
 * @param id the number of the value's declaration
 * @param statistics what tiles hold of it
 */
public record Column(int id, List<Statistic> statistics) {
    /** The place of a column that is not there: the entries themselves are read. */
    public static final int NONE = -1;

    /** Adds the sum where others are made of it too: it comes first, and they are kept without theirs. */
    public Column {
        List<Statistic> all = new ArrayList<>(statistics);
        if (!all.contains(Statistic.SUM) && all.stream().anyMatch(Statistic::holdsSum)) {
            all.add(0, Statistic.SUM);
        }
        statistics = List.copyOf(all);
    }

    /** Where a column of the same value stands, or {@link #NONE}. */
    int placeIn(List<Column> columns) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id == id) {
                return i;
            }
        }
        return NONE;
    }
}
