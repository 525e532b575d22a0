package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;

/** Gives the standard deviation, from the exact sums of the values and of their squares. */
final class Deviation implements Summed {
    private final Sum sum = new Sum(true);
    private final ExactSum squares = new ExactSum(4);

    @Override
    public void add(long timeMillis, double value) {
        long cents = ExactSum.cents(value);
        sum.add(value, cents);
        if (cents == ExactSum.NO_CENTS) {
            squares.addProduct(value, value);
        } else {
            squares.addProduct(cents, cents);
        }
    }

    @Override
    public void addAll(OfValues taken) {
        Deviation other = (Deviation) taken;
        sum.addAll(other.sum);
        squares.addAll(other.squares, 1);
    }

    @Override
    public Sum sum() {
        return sum;
    }

    @Override
    public double result(long nowMillis) {
        if (sum.count() == 0 || !sum.total().isFinite() || !squares.isFinite()) {
            return Double.NaN;
        }
        BigDecimal count = BigDecimal.valueOf(sum.count());
        BigDecimal total = sum.total().exact();
        BigDecimal off = squares.exact().multiply(count).subtract(total.multiply(total));
        return Math.sqrt(off.doubleValue()) / sum.count();
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        squares.write(out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        squares.read(in);
    }
}
