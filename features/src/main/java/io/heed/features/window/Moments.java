package io.heed.features.window;

/** Gives the mean or the standard deviation; the latter by Welford's method, which does not cancel. */
final class Moments implements Accumulator {
    private final boolean mean;
    private int count;
    private double sum;
    private double runningMean;
    private double squares;

    Moments(boolean mean) {
        this.mean = mean;
    }

    @Override
    public void add(long timeMillis, double value) {
        count++;
        sum += value;
        double off = value - runningMean;
        runningMean += off / count;
        squares += off * (value - runningMean);
    }

    @Override
    public double result(long nowMillis) {
        if (count == 0) {
            return Double.NaN;
        }
        return mean ? sum / count : Math.sqrt(squares / count);
    }
}
