package io.heed.features.window;

import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gives the sum or the mean. */
final class Sum implements Summed {
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
        Sum other = ((Summed) taken).sum();
        add(other.count, other.sum);
    }

    void add(int moreCount, double moreSum) {
        count += moreCount;
        sum += moreSum;
    }

    @Override
    public Sum sum() {
        return this;
    }

    int count() {
        return count;
    }

    double total() {
        return sum;
    }

    double mean() {
        return sum / count;
    }

    @Override
    public double result(long nowMillis) {
        if (!mean) {
            return sum;
        }
        return count == 0 ? Double.NaN : mean();
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Codecs.writeVarInt(count, out);
        Compact.writeNumber(sum, out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        count = Codecs.readVarInt(in);
        sum = Compact.readNumber(in);
    }
}
