package io.heed.features.window;

/** Gives the first or the last value. */
final class End implements Accumulator {
    private final boolean first;
    private double value = Double.NaN;

    End(boolean first) {
        this.first = first;
    }

    @Override
    public void add(long timeMillis, double next) {
        if (!first || Double.isNaN(value)) {
            value = next;
        }
    }

    @Override
    public double result(long nowMillis) {
        return value;
    }
}
