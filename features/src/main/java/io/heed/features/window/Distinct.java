package io.heed.features.window;

import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Counts different values. */
final class Distinct implements Accumulator.OfValues {
    private final Set<Double> seen = new TreeSet<>(); // in order, so that the same values give the same bytes

    @Override
    public void add(long timeMillis, double value) {
        seen.add(value + 0.0); // so that -0.0 and 0.0 are one value
    }

    @Override
    public void addAll(OfValues taken) {
        seen.addAll(((Distinct) taken).seen);
    }

    @Override
    public double result(long nowMillis) {
        return seen.size();
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Codecs.writeVarInt(seen.size(), out);
        for (double value : seen) {
            Compact.writeNumber(value, out);
        }
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        for (int left = Codecs.readVarInt(in); left > 0; left--) {
            seen.add(Compact.readNumber(in));
        }
    }
}
