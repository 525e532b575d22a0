package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Adds up what is left of each value after its age. Each value is reckoned to the beginning of the half-life in which it
 * lies, counted from 1970; from there on only powers of two are left, which do not round. So the sum is the same in
 * whatever order and pieces it is added up, as long as values do not lie a thousand half-lives apart.
 */
final class DecayedSum implements Accumulator.OfValues {
    private static final long NONE = Long.MIN_VALUE;

    private final long halfLifeMillis;
    private final ExactSum sum = new ExactSum(0);
    /** The number of the latest half-life in which a value lies; the sum is of its beginning. */
    private long halfLife = NONE;

    DecayedSum(long halfLifeMillis) {
        this.halfLifeMillis = halfLifeMillis;
    }

    @Override
    public void add(long timeMillis, double value) {
        long number = Math.floorDiv(timeMillis, halfLifeMillis);
        double share = (double) Math.floorMod(timeMillis, halfLifeMillis) / halfLifeMillis;
        reach(number);
        sum.add(Math.scalb(value * StrictMath.pow(2, share), halvings(number)));
    }

    @Override
    public void addAll(OfValues taken) {
        DecayedSum other = (DecayedSum) taken;
        if (other.halfLife != NONE) {
            reach(other.halfLife);
            ExactSum more = new ExactSum(0);
            more.addAll(other.sum, 1);
            more.scale(halvings(other.halfLife));
            sum.addAll(more, 1);
        }
    }

    /** Brings the sum to the beginning of a half-life, if that is later. */
    private void reach(long number) {
        if (halfLife == NONE) {
            halfLife = number;
        } else if (number > halfLife) {
            sum.scale(power(halfLife - number));
            halfLife = number;
        }
    }

    private int halvings(long number) {
        return power(number - halfLife);
    }

    private static int power(long halvings) {
        return (int) Math.max(halvings, -2 * Double.MAX_EXPONENT - 100);
    }

    /** The sum as of the beginning of the latest half-life, with which only one of the same times can be compared. */
    double undecayed() {
        return sum.value();
    }

    @Override
    public double result(long nowMillis) {
        if (halfLife == NONE) {
            return 0;
        }
        double age = (double) (nowMillis - halfLife * halfLifeMillis) / halfLifeMillis;
        return sum.value() * StrictMath.pow(0.5, age);
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        long first = Math.floorDiv(fromMillis, halfLifeMillis);
        Compact.writeWhole(halfLife == NONE ? -1 : halfLife - first, out);
        sum.write(out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        long after = Compact.readWhole(in);
        halfLife = after < 0 ? NONE : Math.floorDiv(fromMillis, halfLifeMillis) + after;
        sum.read(in);
    }
}
