package io.heed.features.window;

/**
 * The entries of one series and group. An accumulator is fed what a window covers; how the entries are kept, one by one
 * or summed up in tiles, is the history's own affair.
 */
public interface History {
    /**
     * Feeds the entries with a time in [from, until), oldest first.
     *
     * @param last how many of them at most, the newest; 0 for all
     */
    void feed(long fromMillis, long untilMillis, int last, Accumulator into);

    /** Feeds the oldest entry ever, if it lies before an instant. */
    void feedOldest(long untilMillis, Accumulator into);

    /** The time of the newest entry before an instant, or {@link Long#MIN_VALUE} where there is none. */
    long newestBefore(long untilMillis);
}
