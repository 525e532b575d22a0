package io.heed.events.codec;

import java.io.Serializable;

/**
 * What a record may be at most.
 *
 * @param recordBytes its size
 * @param textCharacters the length of one text
 * @param listItems the length of one list
 * @param maxAheadMillis how far an event may lie after its record's own timestamp
 * @param earliestMillis the earliest time that is believed
 * @param latestMillis the latest time that is believed of a record without a timestamp
 */
public record RecordLimits(
        int recordBytes, int textCharacters, int listItems, long maxAheadMillis, long earliestMillis, long latestMillis)
        implements Serializable {
    private static final long YEAR_1990 = 631_152_000_000L;

    /** The usual limits, for a job that starts at a given time: a day ahead. */
    public static RecordLimits startingAt(long nowMillis) {
        return startingAt(nowMillis, 86_400_000);
    }

    /** The usual limits with another allowance for events that lie ahead. */
    public static RecordLimits startingAt(long nowMillis, long maxAheadMillis) {
        return new RecordLimits(1 << 20, 1 << 16, 1_000, maxAheadMillis, YEAR_1990, nowMillis + maxAheadMillis);
    }
}
