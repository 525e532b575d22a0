package io.heed.features.window;

/**
 * The entries of one series and group. An accumulator is fed what a window covers; how the entries are kept, one by one
 * or summed up in tiles, is the history's own affair.
 */
public interface History {
    /**
     * Feeds the entries with a time in [from, until), oldest first. Where they are old and many, from may move back to the
     * beginning of the tile in which it lies.
     *
     * @param fromMillis {@link Long#MIN_VALUE} for the beginning
     * @param untilMillis the present
     * @param last how many of them at most, the newest; 0 for all
     * @return whether they are all known; not where a tile was made before its statistic was asked for
     */
    boolean feed(long fromMillis, long untilMillis, int last, Reading reading, Accumulator into);
}
