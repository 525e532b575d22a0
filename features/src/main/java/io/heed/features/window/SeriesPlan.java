package io.heed.features.window;

import java.util.List;

/** What is kept of a series. */
public final class SeriesPlan {
    private final SeriesKey ungrouped;
    private final List<Column> columns;
    private final long windowMillis;
    private final boolean exact;

    /**
     * A plan; checks that columns can be told apart.
     *
     * @param id the number under which it is kept
     * @param columns the values of each entry, in order
     * @param windowMillis how far back it is read at most
     * @param exact whether it is never summed up in tiles
     */
    public SeriesPlan(long id, List<Column> columns, long windowMillis, boolean exact) {
        if (columns.stream().map(Column::id).distinct().count() < columns.size()) {
            throw new IllegalArgumentException("values of a series cannot be told apart by their hash: " + columns);
        }
        this.ungrouped = new SeriesKey(id, "");
        this.columns = List.copyOf(columns);
        this.windowMillis = windowMillis;
        this.exact = exact;
    }

    /** The values of each entry, in order. */
    List<Column> columns() {
        return columns;
    }

    /** Whether it is never summed up in tiles. */
    boolean exact() {
        return exact;
    }

    /** The key of a group; one for all customers where there are no groups, so that a heap finds it by identity. */
    SeriesKey key(String group) {
        return group.isEmpty() ? ungrouped : new SeriesKey(ungrouped.series(), group);
    }

    /**
     * Before when entries are not read any more. It lies at the beginning of a tile, so that what a window counts too
     * much does not depend on the windows of others.
     */
    long horizonMillis(long nowMillis) {
        return Tiles.roundDown(nowMillis - windowMillis, overInclusionMillis());
    }

    /** From when on an entry is certain not to be read any more. */
    long unreadFromMillis(long timeMillis) {
        return timeMillis + windowMillis + overInclusionMillis() + 1;
    }

    private long overInclusionMillis() {
        return exact ? 0 : Tiles.overInclusionMillis(windowMillis);
    }
}
