package io.heed.events.codec;

/**
 * One record as it was read, before anybody looked into it.
 *
 * @param source where it was read: a file's name or a topic's partition
 * @param position its line (from 1) or offset there
 * @param timestampMillis the record's own timestamp, or {@link #NO_TIMESTAMP}
 */
@SuppressWarnings("ArrayRecordComponent") // bytes pass through once and are never compared
public record RawRecord(String source, long position, long timestampMillis, byte[] bytes) {
    /** The timestamp of a record that has none, such as a line of a file. */
    public static final long NO_TIMESTAMP = Long.MIN_VALUE;
}
