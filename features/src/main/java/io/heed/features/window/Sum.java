package io.heed.features.window;

import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gives the sum or the mean. */
final class Sum implements Summed {
    private final boolean mean;
    private final ExactSum total = new ExactSum(2);
    private int count;

    Sum(boolean mean) {
        this.mean = mean;
    }

    @Override
    public void add(long timeMillis, double value) {
        add(value, ExactSum.cents(value));
    }

    /** Takes a value of which the cents are known. */
    void add(double value, long cents) {
        count++;
        if (cents == ExactSum.NO_CENTS) {
            total.add(value);
        } else {
            total.addProduct(cents, 1);
        }
    }

    @Override
    public void addAll(OfValues taken) {
        Sum other = ((Summed) taken).sum();
        count += other.count;
        total.addAll(other.total, 1);
    }

    @Override
    public Sum sum() {
        return this;
    }

    int count() {
        return count;
    }

    ExactSum total() {
        return total;
    }

    @Override
    public double result(long nowMillis) {
        if (!mean) {
            return total.value();
        }
        return count == 0 ? Double.NaN : total.value() / count;
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Codecs.writeVarInt(count, out);
        total.write(out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        count = Codecs.readVarInt(in);
        total.read(in);
    }
}
