package io.heed.features.window;

/** Takes the entries of a window in order of time, oldest first, and then gives one number. */
public interface Accumulator {
    /** Takes the next entry. */
    void add(long timeMillis, double value);

    /** The result at an instant, NaN where it is absent. */
    double result(long nowMillis);

    /**
     * A fresh accumulator.
     *
     * @param halfLifeMillis the half-life of a decayed sum, else ignored
     * @param unitMillis the unit of a result that is a time, else ignored
     */
    static Accumulator of(Aggregate aggregate, long halfLifeMillis, long unitMillis) {
        return switch (aggregate) {
            case COUNT, OPEN_COUNT -> new Count();
            case SUM -> new Sum();
            case MEAN, DEVIATION -> new Moments(aggregate == Aggregate.MEAN);
            case MIN, MAX -> new Extreme(aggregate == Aggregate.MAX);
            case SLOPE -> new Slope();
            case DECAYED_SUM -> new DecayedSum(halfLifeMillis);
            case DISTINCT -> new Distinct();
            case LAST, FIRST -> new End(aggregate == Aggregate.FIRST);
            case TIME_SINCE -> new TimeSince(false, Double.NaN, unitMillis);
            case TIME_SINCE_FIRST -> new TimeSince(true, Double.NaN, unitMillis);
            case OPEN_TIME -> new TimeSince(true, 0, unitMillis);
        };
    }
}
