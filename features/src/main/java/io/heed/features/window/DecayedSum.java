package io.heed.features.window;

/** Adds up what is left of each value after its age, in order of time, by Horner's scheme. */
final class DecayedSum implements Accumulator {
    private final double halfLifeMillis;
    private double sum;
    private long sumMillis;

    DecayedSum(long halfLifeMillis) {
        this.halfLifeMillis = halfLifeMillis;
    }

    @Override
    public void add(long timeMillis, double value) {
        sum = left(timeMillis) + value;
        sumMillis = timeMillis;
    }

    @Override
    public double result(long nowMillis) {
        return left(nowMillis);
    }

    private double left(long nowMillis) {
        return sum == 0 ? 0 : sum * Math.pow(0.5, (nowMillis - sumMillis) / halfLifeMillis);
    }
}
