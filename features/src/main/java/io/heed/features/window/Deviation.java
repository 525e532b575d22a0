package io.heed.features.window;

import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gives the standard deviation, by the methods of Welford and Chan, which do not cancel. */
final class Deviation implements Accumulator.OfValues {
    private int count;
    private double mean;
    private double squares;

    @Override
    public void add(long timeMillis, double value) {
        count++;
        double off = value - mean;
        mean += off / count;
        squares += off * (value - mean);
    }

    @Override
    public void addAll(OfValues taken) {
        Deviation other = (Deviation) taken;
        if (other.count == 0) {
            return;
        }
        double off = other.mean - mean;
        double share = (double) other.count / (count + other.count);
        squares += other.squares + off * off * count * share;
        mean += off * share;
        count += other.count;
    }

    @Override
    public double result(long nowMillis) {
        return count == 0 ? Double.NaN : Math.sqrt(squares / count);
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Codecs.writeVarInt(count, out);
        Compact.writeNumber(mean, out);
        Compact.writeNumber(squares, out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        count = Codecs.readVarInt(in);
        mean = Compact.readNumber(in);
        squares = Compact.readNumber(in);
    }
}
