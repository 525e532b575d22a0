package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gives the smallest or the largest value. */
final class Extreme implements Accumulator.OfValues {
    private final boolean largest;
    private double extreme = Double.NaN;

    Extreme(boolean largest) {
        this.largest = largest;
    }

    @Override
    public void add(long timeMillis, double value) {
        if (Double.isNaN(extreme) || (largest ? value > extreme : value < extreme)) {
            extreme = value;
        }
    }

    @Override
    public void addAll(OfValues taken) {
        double other = ((Extreme) taken).extreme;
        if (!Double.isNaN(other)) {
            add(0, other);
        }
    }

    @Override
    public double result(long nowMillis) {
        return extreme;
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Compact.writeNumber(extreme, out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        extreme = Compact.readNumber(in);
    }
}
