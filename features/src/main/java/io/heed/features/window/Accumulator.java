package io.heed.features.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Takes the entries of a window in any order, one by one or summed up, and then gives one number. */
public interface Accumulator {
    /** Takes an entry; of entries with one time, those that came first must be given first. */
    void add(long timeMillis, double value);

    /** The result at an instant, NaN where it is absent. */
    double result(long nowMillis);

    /** One that looks at times alone. */
    interface OfTimes extends Accumulator {
        /** Takes so many entries, of which the first happened at a time. */
        void addEntries(int entries, long firstMillis);
    }

    /** One that looks at values, which may stand in a tile for the entries that it took. */
    interface OfValues extends Accumulator {
        /** Takes what another of the same statistic took. */
        void addAll(OfValues other);

        /** Writes what was taken, all of it from a time on. */
        void write(long fromMillis, DataOutput out) throws IOException;

        /** Reads into a fresh one what {@link #write} wrote. */
        void read(long fromMillis, DataInput in) throws IOException;
    }

    /**
     * A fresh accumulator.
     *
     * @param terms what the declaration adds to the aggregate
     */
    static Accumulator of(Aggregate aggregate, Terms terms) {
        return switch (aggregate) {
            case COUNT, OPEN_COUNT -> new Count();
            case SUM, MEAN -> new Sum(aggregate == Aggregate.MEAN);
            case DEVIATION -> new Deviation();
            case MIN, MAX -> new Extreme(aggregate == Aggregate.MAX);
            case SLOPE -> new Slope();
            case DECAYED_SUM -> new DecayedSum(terms.halfLifeMillis());
            case DECAYED_MEAN -> new DecayedMean(terms.halfLifeMillis());
            case TURN, TIME_SINCE_TURN -> new Turn(aggregate == Aggregate.TURN, terms);
            case DISTINCT -> new Distinct();
            case LAST, FIRST -> new End(aggregate == Aggregate.FIRST);
            case TIME_SINCE -> new TimeSince(false, Double.NaN, terms.unitMillis());
            case TIME_SINCE_FIRST -> new TimeSince(true, Double.NaN, terms.unitMillis());
            case OPEN_TIME -> new TimeSince(true, 0, terms.unitMillis());
        };
    }
}
