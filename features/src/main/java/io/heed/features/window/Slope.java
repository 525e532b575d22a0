package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;

/** Fits a line through the values by least squares and gives its rise a day, from exact sums. */
final class Slope implements Summed {
    private static final double DAY_MILLIS = 86_400_000;

    private final Sum sum = new Sum(true);
    /** What times are reckoned from, so that the sums are small; it makes no difference to the slope. */
    private long originMillis;

    private long sumMillis;
    private final ExactSum timesSquared = new ExactSum(0);
    private final ExactSum timesByValues = new ExactSum(2);

    @Override
    public void add(long timeMillis, double value) {
        if (sum.count() == 0) {
            originMillis = timeMillis;
        }
        long millis = timeMillis - originMillis;
        long cents = ExactSum.cents(value);
        sum.add(value, cents);
        sumMillis += millis;
        timesSquared.addProduct(millis, millis);
        if (cents == ExactSum.NO_CENTS) {
            timesByValues.addProduct((double) millis, value);
        } else {
            timesByValues.addProduct(millis, cents);
        }
    }

    @Override
    public void addAll(OfValues taken) {
        Slope other = (Slope) taken;
        if (other.sum.count() == 0) {
            return;
        }
        if (sum.count() == 0) {
            originMillis = other.originMillis;
        }
        long later = other.originMillis - originMillis;
        timesByValues.addAll(other.timesByValues, 1);
        timesByValues.addAll(other.sum.total(), later);
        timesSquared.addAll(other.timesSquared, 1);
        timesSquared.addProduct(2 * later, other.sumMillis);
        timesSquared.addProduct(later * other.sum.count(), later);
        sumMillis += other.sumMillis + later * other.sum.count();
        sum.addAll(other.sum);
    }

    @Override
    public Sum sum() {
        return sum;
    }

    @Override
    public double result(long nowMillis) {
        BigDecimal count = BigDecimal.valueOf(sum.count());
        BigDecimal times = BigDecimal.valueOf(sumMillis);
        BigDecimal run = timesSquared.exact().multiply(count).subtract(times.multiply(times));
        if (run.signum() == 0 || !sum.total().isFinite() || !timesByValues.isFinite()) {
            return Double.NaN;
        }
        BigDecimal rise = timesByValues
                .exact()
                .multiply(count)
                .subtract(times.multiply(sum.total().exact()));
        return rise.doubleValue() / run.doubleValue() * DAY_MILLIS;
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Compact.writeWhole(originMillis - fromMillis, out);
        Compact.writeWhole(sumMillis, out);
        timesSquared.write(out);
        timesByValues.write(out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        originMillis = fromMillis + Compact.readWhole(in);
        sumMillis = Compact.readWhole(in);
        timesSquared.read(in);
        timesByValues.read(in);
    }
}
