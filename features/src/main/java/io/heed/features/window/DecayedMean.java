package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Gives the mean of the values, each weighing what is left of 1 after its age. As both sums decay alike, the mean does
 * not: with no new value it stays what it is.
 */
final class DecayedMean implements Accumulator.OfValues {
    private final DecayedSum sum;
    private final DecayedSum weight;
    private boolean any;

    DecayedMean(long halfLifeMillis) {
        sum = new DecayedSum(halfLifeMillis);
        weight = new DecayedSum(halfLifeMillis);
    }

    @Override
    public void add(long timeMillis, double value) {
        any = true;
        sum.add(timeMillis, value);
        weight.add(timeMillis, 1);
    }

    @Override
    public void addAll(OfValues taken) {
        DecayedMean other = (DecayedMean) taken;
        any |= other.any;
        sum.addAll(other.sum);
        weight.addAll(other.weight);
    }

    @Override
    public double result(long nowMillis) {
        return any ? sum.undecayed() / weight.undecayed() : Double.NaN;
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        out.writeBoolean(any);
        sum.write(fromMillis, out);
        weight.write(fromMillis, out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        any = in.readBoolean();
        sum.read(fromMillis, in);
        weight.read(fromMillis, in);
    }
}
