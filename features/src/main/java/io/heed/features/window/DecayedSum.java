package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Adds up what is left of each value after its age; the sum is kept as it was at the latest time, by Horner's scheme. */
final class DecayedSum implements Accumulator.OfValues {
    private final double halfLifeMillis;
    private double sum;
    private long sumMillis = Long.MIN_VALUE;

    DecayedSum(long halfLifeMillis) {
        this.halfLifeMillis = halfLifeMillis;
    }

    @Override
    public void add(long timeMillis, double value) {
        if (sumMillis == Long.MIN_VALUE || timeMillis >= sumMillis) {
            sum = left(sum, sumMillis, timeMillis) + value;
            sumMillis = timeMillis;
        } else {
            sum += left(value, timeMillis, sumMillis);
        }
    }

    @Override
    public void addAll(OfValues taken) {
        DecayedSum other = (DecayedSum) taken;
        if (other.sumMillis != Long.MIN_VALUE) {
            add(other.sumMillis, other.sum);
        }
    }

    @Override
    public double result(long nowMillis) {
        return left(sum, sumMillis, nowMillis);
    }

    private double left(double value, long fromMillis, long nowMillis) {
        return value == 0 ? 0 : value * Math.pow(0.5, (nowMillis - fromMillis) / halfLifeMillis);
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Compact.writeWhole(sumMillis == Long.MIN_VALUE ? -1 : sumMillis - fromMillis, out);
        Compact.writeNumber(sum, out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        long afterMillis = Compact.readWhole(in);
        sumMillis = afterMillis < 0 ? Long.MIN_VALUE : fromMillis + afterMillis;
        sum = Compact.readNumber(in);
    }
}
