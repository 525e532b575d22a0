package io.heed.features.window;

import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gives the sum or the mean. */
final class Sum implements Accumulator.OfValues {
    private final boolean mean;
    private int count;
    private double sum;

    Sum(boolean mean) {
        this.mean = mean;
    }

    @Override
    public void add(long timeMillis, double value) {
        count++;
        sum += value;
    }

    @Override
    public void addAll(OfValues taken) {
        Sum other = (Sum) taken;
        count += other.count;
        sum += other.sum;
    }

    @Override
    public double result(long nowMillis) {
        if (!mean) {
            return sum;
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    @Override
    public void write(long fromMillis, long untilMillis, DataOutput out) throws IOException {
        Codecs.writeVarInt(count, out);
        Compact.writeNumber(sum, out);
    }

    @Override
    public void read(long fromMillis, long untilMillis, DataInput in) throws IOException {
        count = Codecs.readVarInt(in);
        sum = Compact.readNumber(in);
    }
}
