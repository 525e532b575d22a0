package io.heed.features.window;

/**
 * Which few entries of a series are needed.
 *
 * @param newest how many of the newest; 0 for the oldest ever alone
 * @param windowMillis how old the newest may be, {@link #FOREVER_MILLIS} for any age; 0 for the oldest
 */
public record Few(int newest, long windowMillis) {
    /** Any age. */
    public static final long FOREVER_MILLIS = Long.MAX_VALUE / 2;

    /** The oldest entry ever. */
    public static final Few OLDEST = new Few(0, 0);

    /** What either of two needs. */
    public Few and(Few other) {
        return new Few(Math.max(newest, other.newest), Math.max(windowMillis, other.windowMillis));
    }

    /** Whether entries are dropped for their age. */
    boolean isOfWindow() {
        return newest > 0 && windowMillis < FOREVER_MILLIS;
    }

    /** When even the newest entry will be too old to be needed. */
    long overMillis(Entries entries) {
        return entries.time(entries.size() - 1) + windowMillis + 1;
    }

    /** Drops what is not needed at or after now. */
    void drop(Entries entries, long nowMillis) {
        if (newest == 0) {
            entries.keepFirst(1);
        } else {
            int surplus = entries.countBefore(nowMillis) - newest;
            entries.removeFirst(Math.max(entries.countBefore(nowMillis - windowMillis), Math.max(0, surplus)));
        }
    }
}
