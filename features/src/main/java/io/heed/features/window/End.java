package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gives the first or the last value. */
final class End implements Accumulator.OfValues {
    private final boolean first;
    private long timeMillis;
    private double value = Double.NaN;

    End(boolean first) {
        this.first = first;
    }

    @Override
    public void add(long nextMillis, double next) {
        if (Double.isNaN(value) || (first ? nextMillis < timeMillis : nextMillis >= timeMillis)) {
            timeMillis = nextMillis;
            value = next;
        }
    }

    @Override
    public void addAll(OfValues taken) {
        End other = (End) taken;
        if (!Double.isNaN(other.value)) {
            add(other.timeMillis, other.value);
        }
    }

    @Override
    public double result(long nowMillis) {
        return value;
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Compact.writeNumber(value, out);
        Compact.writeWhole(Double.isNaN(value) ? 0 : timeMillis - fromMillis, out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        value = Compact.readNumber(in);
        timeMillis = fromMillis + Compact.readWhole(in);
    }
}
