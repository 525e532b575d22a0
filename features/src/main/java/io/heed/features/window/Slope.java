package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Fits a line through the values by least squares and gives its rise a day; times are added up without rounding. */
final class Slope implements Summed {
    private static final double DAY_MILLIS = 86_400_000;

    private final Sum sum = new Sum(true);
    private long originMillis;
    /** Of the times since the origin. */
    private long sumMillis;

    /** Of what times and values are off their means. */
    private double daysSquared;

    private double daysByValue;

    @Override
    public void add(long timeMillis, double value) {
        addAll(1, timeMillis, 0, value);
    }

    @Override
    public void addAll(OfValues taken) {
        Slope other = (Slope) taken;
        if (other.sum.count() > 0) {
            addAll(other.sum.count(), other.originMillis, other.sumMillis, other.sum.total());
            daysSquared += other.daysSquared;
            daysByValue += other.daysByValue;
        }
    }

    private void addAll(int moreCount, long moreOriginMillis, long moreSumMillis, double moreSum) {
        int count = sum.count();
        if (count == 0) {
            originMillis = moreOriginMillis;
        }
        long moreMillis = moreSumMillis + moreCount * (moreOriginMillis - originMillis);
        if (count > 0) {
            double daysOff = ((double) moreMillis / moreCount - (double) sumMillis / count) / DAY_MILLIS;
            double weight = (double) count * moreCount / (count + moreCount);
            daysSquared += daysOff * daysOff * weight;
            daysByValue += daysOff * (moreSum / moreCount - sum.mean()) * weight;
        }
        sumMillis += moreMillis;
        sum.add(moreCount, moreSum);
    }

    @Override
    public Sum sum() {
        return sum;
    }

    @Override
    public double result(long nowMillis) {
        return daysSquared > 0 ? daysByValue / daysSquared : Double.NaN;
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Compact.writeWhole(originMillis - fromMillis, out);
        Compact.writeWhole(sumMillis, out);
        Compact.writeNumber(daysSquared, out);
        Compact.writeNumber(daysByValue, out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        originMillis = fromMillis + Compact.readWhole(in);
        sumMillis = Compact.readWhole(in);
        daysSquared = Compact.readNumber(in);
        daysByValue = Compact.readNumber(in);
    }
}
