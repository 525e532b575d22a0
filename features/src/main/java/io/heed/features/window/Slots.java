package io.heed.features.window;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries in order of time, with a value in each column or none; runs of old ones may be summed up in a tile. */
final class Slots {
    private static final int CAPACITY = 8;

    private final List<Column> columns;
    private int size;
    /** The time of the entry, or of the first in the tile. */
    private long[] times;
    /** By column; NaN where the event has no such value, and for tiles. */
    private final double[][] values;

    private @Nullable Tile[] tiles;

    /** No entries yet. */
    Slots(List<Column> columns) {
        this(columns, CAPACITY);
    }

    /** No entries yet, with room for some. */
    Slots(List<Column> columns, int capacity) {
        this.columns = columns;
        this.times = new long[capacity];
        this.values = new double[columns.size()][times.length];
        this.tiles = new Tile[times.length];
    }

    List<Column> columns() {
        return columns;
    }

    int size() {
        return size;
    }

    long firstMillis(int slot) {
        return times[slot];
    }

    /** The values of a column by slot. */
    double[] values(int column) {
        return values[column];
    }

    @Nullable
    Tile tile(int slot) {
        return tiles[slot];
    }

    /** How many slots begin before an instant. */
    int countBefore(long millis) {
        return Entries.countBefore(times, size, millis);
    }

    /** How many entries there are in a range of slots. */
    int entries(int from, int until) {
        int entries = 0;
        for (int i = from; i < until; i++) {
            Tile tile = tiles[i];
            entries += tile == null ? 1 : tile.entries();
        }
        return entries;
    }

    /** Puts an entry after all that do not begin later; one late enough to lie within a tile is summed up the next time. */
    void insert(long timeMillis, double[] entry) {
        int place = size;
        while (place > 0 && times[place - 1] > timeMillis) {
            place--;
        }
        makeRoom(place);
        times[place] = timeMillis;
        for (int column = 0; column < values.length; column++) {
            values[column][place] = entry[column];
        }
    }

    /** Puts a tile, or where there is none an entry without values, at the end. */
    void append(long firstMillis, @Nullable Tile tile) {
        makeRoom(size);
        times[size - 1] = firstMillis;
        tiles[size - 1] = tile;
    }

    /** Drops a range of slots. */
    void remove(int from, int until) {
        int after = size - until;
        System.arraycopy(times, until, times, from, after);
        System.arraycopy(tiles, until, tiles, from, after);
        for (double[] column : values) {
            System.arraycopy(column, until, column, from, after);
        }
        size = from + after;
        Arrays.fill(tiles, size, size + until - from, null);
    }

    /** Puts slots of the same columns at the end. */
    void appendAll(Slots later) {
        appendAll(later, 0, later.size);
    }

    /** Puts a range of slots of the same columns at the end. */
    void appendAll(Slots later, int from, int until) {
        ensureCapacity(size + until - from);
        System.arraycopy(later.times, from, times, size, until - from);
        System.arraycopy(later.tiles, from, tiles, size, until - from);
        for (int column = 0; column < values.length; column++) {
            System.arraycopy(later.values[column], from, values[column], size, until - from);
        }
        size += until - from;
    }

    /** These slots and then later ones of the same columns, as a new list. */
    Slots followedBy(Slots later) {
        Slots all = new Slots(columns, size + later.size);
        all.appendAll(this);
        all.appendAll(later);
        return all;
    }

    /** A range of slots as a list of its own. */
    Slots part(int from, int until) {
        Slots part = new Slots(columns, until - from);
        part.appendAll(this, from, until);
        return part;
    }

    /** A range of slots as one tile. */
    Tile summedUp(int from, int until) {
        Tile sum = new Tile(columns);
        for (int i = from; i < until; i++) {
            Tile tile = tiles[i];
            if (tile == null) {
                sum.add(times[i], values, i);
            } else {
                sum.addAll(tile);
            }
        }
        return sum;
    }

    /** Feeds a range of slots; whether all of it is known. */
    boolean feed(int from, int until, Reading reading, Accumulator into) {
        if (from >= until) {
            return true;
        }
        if (reading.column() == Column.NONE) {
            ((Accumulator.OfTimes) into).addEntries(entries(from, until), times[from]);
            return true;
        }
        double[] column = values[reading.column()];
        boolean known = true;
        for (int i = from; i < until; i++) {
            Tile tile = tiles[i];
            if (tile != null) {
                known &= feed(tile, reading, into);
            } else if (!Double.isNaN(column[i])) {
                into.add(times[i], column[i]);
            }
        }
        return known;
    }

    private boolean feed(Tile tile, Reading reading, Accumulator into) {
        int place = columns.get(reading.column()).statistics().indexOf(reading.statistic());
        Accumulator.OfValues kept = tile.column(reading.column())[place];
        if (kept != null) {
            ((Accumulator.OfValues) into).addAll(kept);
        }
        return kept != null;
    }

    /** The same with other columns; one that is new has no values yet. */
    Slots with(List<Column> wanted) {
        if (wanted.equals(columns)) {
            return this;
        }
        Slots changed = new Slots(wanted, size);
        changed.size = size;
        System.arraycopy(times, 0, changed.times, 0, size);
        for (int slot = 0; slot < size; slot++) {
            Tile tile = tiles[slot];
            changed.tiles[slot] = tile == null ? null : tile.with(wanted, columns);
        }
        for (int column = 0; column < wanted.size(); column++) {
            int before = wanted.get(column).placeIn(columns);
            if (before == Column.NONE) {
                Arrays.fill(changed.values[column], Double.NaN);
            } else {
                System.arraycopy(values[before], 0, changed.values[column], 0, size);
            }
        }
        return changed;
    }

    private void makeRoom(int place) {
        ensureCapacity(size + 1);
        System.arraycopy(times, place, times, place + 1, size - place);
        System.arraycopy(tiles, place, tiles, place + 1, size - place);
        for (double[] column : values) {
            System.arraycopy(column, place, column, place + 1, size - place);
            column[place] = Double.NaN;
        }
        tiles[place] = null;
        size++;
    }

    private void ensureCapacity(int capacity) {
        if (capacity > times.length) {
            int longer = Math.max(capacity, 2 * times.length);
            times = Arrays.copyOf(times, longer);
            tiles = Arrays.copyOf(tiles, longer);
            for (int column = 0; column < values.length; column++) {
                values[column] = Arrays.copyOf(values[column], longer);
            }
        }
    }
}
