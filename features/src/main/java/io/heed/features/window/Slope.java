package io.heed.features.window;

import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Fits a line through the values by least squares and gives its rise a day. */
final class Slope implements Accumulator.OfValues {
    private static final double DAY_MILLIS = 86_400_000;

    private long originMillis;
    private int count;
    private double meanDays;
    private double meanValue;
    private double daysSquared;
    private double daysByValue;

    @Override
    public void add(long timeMillis, double value) {
        Slope one = new Slope();
        one.originMillis = timeMillis;
        one.count = 1;
        one.meanValue = value;
        addAll(one);
    }

    @Override
    public void addAll(OfValues taken) {
        Slope other = (Slope) taken;
        if (other.count == 0) {
            return;
        }
        if (count == 0) {
            originMillis = other.originMillis;
        }
        double daysOff = (other.originMillis - originMillis) / DAY_MILLIS + other.meanDays - meanDays;
        double valueOff = other.meanValue - meanValue;
        double share = (double) other.count / (count + other.count);
        daysSquared += other.daysSquared + daysOff * daysOff * count * share;
        daysByValue += other.daysByValue + daysOff * valueOff * count * share;
        meanDays += daysOff * share;
        meanValue += valueOff * share;
        count += other.count;
    }

    @Override
    public double result(long nowMillis) {
        return daysSquared > 0 ? daysByValue / daysSquared : Double.NaN;
    }

    @Override
    public void write(long fromMillis, DataOutput out) throws IOException {
        Codecs.writeVarInt(count, out);
        Compact.writeWhole(originMillis - fromMillis, out);
        Compact.writeNumber(meanDays, out);
        Compact.writeNumber(meanValue, out);
        Compact.writeNumber(daysSquared, out);
        Compact.writeNumber(daysByValue, out);
    }

    @Override
    public void read(long fromMillis, DataInput in) throws IOException {
        count = Codecs.readVarInt(in);
        originMillis = fromMillis + Compact.readWhole(in);
        meanDays = Compact.readNumber(in);
        meanValue = Compact.readNumber(in);
        daysSquared = Compact.readNumber(in);
        daysByValue = Compact.readNumber(in);
    }
}
