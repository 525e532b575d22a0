package io.heed.features.window;

import java.util.HashSet;
import java.util.Set;

/** Counts different values. */
final class Distinct implements Accumulator {
    private final Set<Double> seen = new HashSet<>();

    @Override
    public void add(long timeMillis, double value) {
        seen.add(value + 0.0); // so that -0.0 and 0.0 are one value
    }

    @Override
    public double result(long nowMillis) {
        return seen.size();
    }
}
