package io.heed.features.window;

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

    /** Leaves out statistics that are part of others. */
    public Column {
        List<Statistic> wanted = List.copyOf(statistics);
        statistics = wanted.stream()
                .filter(one -> wanted.stream().noneMatch(other -> !other.equals(one) && other.holds(one)))
                .toList();
    }

    /** Where a statistic that holds another stands, or {@link #NONE}. */
    int placeOf(Statistic wanted) {
        for (int i = 0; i < statistics.size(); i++) {
            if (statistics.get(i).holds(wanted)) {
                return i;
            }
        }
        return NONE;
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
