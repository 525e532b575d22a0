package io.heed.features.window;

/** Counts. */
final class Count implements Accumulator {
    private int count;

    @Override
    public void add(long timeMillis, double value) {
        count++;
    }

    @Override
    public double result(long nowMillis) {
        return count;
    }
}
