package io.heed.features.window;

import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Gives the standard deviation, by the methods of Welford and Chan, which do not cancel. */
final class Deviation implements Accumulator.OfValues {
    private int count;
    private double sum;
    /** Of what the values are off their mean. */
    private double squares;

    @Override
    public void add(long timeMillis, double value) {
        addAll(1, value, 0);
    }

    @Override
    public void addAll(OfValues taken) {
        Deviation other = (Deviation) taken;
        addAll(other.count, other.sum, other.squares);
    }

    private void addAll(int moreCount, double moreSum, double moreSquares) {
        if (count > 0 && moreCount > 0) {
            double off = moreSum / moreCount - sum / count;
            squares += off * off * count * moreCount / (count + moreCount);
        }
        count += moreCount;
        sum += moreSum;
        squares += moreSquares;
    }

    @Override
    public double result(long nowMillis) {
        return count == 0 ? Double.NaN : Math.sqrt(squares / count);
    }

    @Override
    public void write(long fromMillis, long untilMillis, DataOutput out) throws IOException {
        Codecs.writeVarInt(count, out);
        Compact.writeNumber(sum, out);
        Compact.writeNumber(squares, out);
    }

    @Override
    public void read(long fromMillis, long untilMillis, DataInput in) throws IOException {
        count = Codecs.readVarInt(in);
        sum = Compact.readNumber(in);
        squares = Compact.readNumber(in);
    }
}
