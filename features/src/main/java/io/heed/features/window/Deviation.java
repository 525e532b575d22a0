package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gives the standard deviation, by the methods of Welford and Chan, which do not cancel. */
final class Deviation implements Summed {
    private final Sum sum = new Sum(true);
    /** Of what the values are off their mean. */
    private double squares;

    @Override
    public void add(long timeMillis, double value) {
        addAll(1, value, 0);
    }

    @Override
    public void addAll(OfValues taken) {
        Deviation other = (Deviation) taken;
        addAll(other.sum.count(), other.sum.total(), other.squares);
    }

    private void addAll(int moreCount, double moreSum, double moreSquares) {
        int count = sum.count();
        if (count > 0 && moreCount > 0) {
            double off = moreSum / moreCount - sum.mean();
            squares += off * off * count * moreCount / (count + moreCount);
        }
        sum.add(moreCount, moreSum);
        squares += moreSquares;
    }

    @Override
    public Sum sum() {
        return sum;
    }

    @Override
    public double result(long nowMillis) {
        return sum.count() == 0 ? Double.NaN : Math.sqrt(squares / sum.count());
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Compact.writeNumber(squares, out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        squares = Compact.readNumber(in);
    }
}
