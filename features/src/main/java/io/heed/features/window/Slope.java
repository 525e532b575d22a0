package io.heed.features.window;

import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Fits a line through the values by least squares and gives its rise a day; times are added up without rounding. */
final class Slope implements Accumulator.OfValues {
    private static final double DAY_MILLIS = 86_400_000;

    private int count;
    private long originMillis;
    /** Of the times since the origin. */
    private long sumMillis;

    private double sum;
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
        if (other.count > 0) {
            addAll(other.count, other.originMillis, other.sumMillis, other.sum);
            daysSquared += other.daysSquared;
            daysByValue += other.daysByValue;
        }
    }

    private void addAll(int moreCount, long moreOriginMillis, long moreSumMillis, double moreSum) {
        if (count == 0) {
            originMillis = moreOriginMillis;
        }
        long moreMillis = moreSumMillis + moreCount * (moreOriginMillis - originMillis);
        if (count > 0) {
            double daysOff = ((double) moreMillis / moreCount - (double) sumMillis / count) / DAY_MILLIS;
            double weight = (double) count * moreCount / (count + moreCount);
            daysSquared += daysOff * daysOff * weight;
            daysByValue += daysOff * (moreSum / moreCount - sum / count) * weight;
        }
        count += moreCount;
        sumMillis += moreMillis;
        sum += moreSum;
    }

    @Override
    public double result(long nowMillis) {
        return daysSquared > 0 ? daysByValue / daysSquared : Double.NaN;
    }

    @Override
    public void write(long fromMillis, long untilMillis, DataOutput out) throws IOException {
        Codecs.writeVarInt(count, out);
        Compact.writeWhole(originMillis - fromMillis, out);
        Compact.writeWhole(sumMillis, out);
        Compact.writeNumber(sum, out);
        Compact.writeNumber(daysSquared, out);
        Compact.writeNumber(daysByValue, out);
    }

    @Override
    public void read(long fromMillis, long untilMillis, DataInput in) throws IOException {
        count = Codecs.readVarInt(in);
        originMillis = fromMillis + Compact.readWhole(in);
        sumMillis = Compact.readWhole(in);
        sum = Compact.readNumber(in);
        daysSquared = Compact.readNumber(in);
        daysByValue = Compact.readNumber(in);
    }
}
