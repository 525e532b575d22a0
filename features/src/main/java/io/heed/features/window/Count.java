package io.heed.features.window;

/** Counts. */
final class Count implements Accumulator.OfTimes {
    private int count;

    @Override
    public void add(long timeMillis, double value) {
        count++;
    }

    @Override
    public void addEntries(int entries, long firstMillis) {
        count += entries;
    }

    @Override
    public double result(long nowMillis) {
        return count;
    }
}
