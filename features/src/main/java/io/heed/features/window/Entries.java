package io.heed.features.window;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Times and values in order of time; those of one time stay in the order in which they came. */
public final class Entries implements History {
    static final Codec<Entries> CODEC = new EntriesCodec();

    private long[] times;
    private double[] values;
    private int size;

    /** No entries yet. */
    public Entries() {
        this(8);
    }

    private Entries(int capacity) {
        times = new long[capacity];
        values = new double[capacity];
    }

    /** Puts an entry after all that are not later. */
    public void insert(long timeMillis, double value) {
        int place = size;
        while (place > 0 && times[place - 1] > timeMillis) {
            place--;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        System.arraycopy(times, place, times, place + 1, size - place);
        System.arraycopy(values, place, values, place + 1, size - place);
        times[place] = timeMillis;
        values[place] = value;
        size++;
    }

    int size() {
        return size;
    }

    long time(int index) {
        return times[index];
    }

    /** How many entries lie before an instant. */
    int countBefore(long millis) {
        return countBefore(times, size, millis);
    }

    /** How many of the first so many times, which ascend, lie before an instant. */
    static int countBefore(long[] times, int size, long millis) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Drops the first entries. */
    void removeFirst(int count) {
        size -= count;
        System.arraycopy(times, count, times, 0, size);
        System.arraycopy(values, count, values, 0, size);
    }

    /** Drops all but the first entries. */
    void keepFirst(int count) {
        size = Math.min(size, count);
    }

    @Override
    public boolean feed(long fromMillis, long untilMillis, int last, Reading reading, Accumulator into) {
        int end = countBefore(untilMillis);
        int start = countBefore(fromMillis);
        for (int i = last > 0 ? Math.max(start, end - last) : start; i < end; i++) {
            into.add(times[i], values[i]);
        }
        return true;
    }

    private boolean hasValues() {
        for (int i = 0; i < size; i++) {
            if (Double.doubleToRawLongBits(values[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    private static final class EntriesCodec implements Codec<Entries> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(Entries entries, DataOutput out) throws IOException {
            boolean valued = entries.hasValues();
            Codecs.writeVarInt((entries.size << 1) | (valued ? 1 : 0), out);
            long previous = 0;
            for (int i = 0; i < entries.size; i++) {
                Compact.writeWhole(entries.times[i] - previous, out);
                previous = entries.times[i];
                if (valued) {
                    Compact.writeNumber(entries.values[i], out);
                }
            }
        }

        @Override
        public Entries read(DataInput in, int writtenVersion) throws IOException {
            int header = Codecs.readVarInt(in);
            boolean valued = (header & 1) != 0;
            Entries entries = new Entries(Math.max(8, header >>> 1));
            entries.size = header >>> 1;
            long previous = 0;
            for (int i = 0; i < entries.size; i++) {
                previous += Compact.readWhole(in);
                entries.times[i] = previous;
                entries.values[i] = valued ? Compact.readNumber(in) : 0;
            }
            return entries;
        }
    }
}
