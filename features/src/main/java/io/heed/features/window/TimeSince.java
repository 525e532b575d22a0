package io.heed.features.window;

/** Gives the time since the first or the last entry, in a unit. */
final class TimeSince implements Accumulator.OfTimes {
    private final boolean first;
    private final double whenNone;
    private final double unitMillis;
    private boolean any;
    private long timeMillis;

    TimeSince(boolean first, double whenNone, long unitMillis) {
        this.first = first;
        this.whenNone = whenNone;
        this.unitMillis = unitMillis;
    }

    @Override
    public void add(long nextMillis, double value) {
        if (!any || (first ? nextMillis < timeMillis : nextMillis > timeMillis)) {
            timeMillis = nextMillis;
            any = true;
        }
    }

    @Override
    public void addEntries(int entries, long firstMillis) {
        add(firstMillis, 0);
    }

    @Override
    public double result(long nowMillis) {
        return any ? (nowMillis - timeMillis) / unitMillis : whenNone;
    }
}
