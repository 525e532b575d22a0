package io.heed.features.window;

/** Adds up. */
final class Sum implements Accumulator {
    private double sum;

    @Override
    public void add(long timeMillis, double value) {
        sum += value;
    }

    @Override
    public double result(long nowMillis) {
        return sum;
    }
}
