package io.heed.features.window;

/** Gives the smallest or the largest value. */
final class Extreme implements Accumulator {
    private final boolean largest;
    private double extreme = Double.NaN;

    Extreme(boolean largest) {
        this.largest = largest;
    }

    @Override
    public void add(long timeMillis, double value) {
        if (Double.isNaN(extreme) || (largest ? value > extreme : value < extreme)) {
            extreme = value;
        }
    }

    @Override
    public double result(long nowMillis) {
        return extreme;
    }
}
