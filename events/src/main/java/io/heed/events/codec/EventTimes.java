package io.heed.events.codec;

import io.heed.events.yaml.Durations;

/**
 * When something happened and when its record arrived.
 *
 * @param arrivedMillis the arrival, or {@link RawRecord#NO_TIMESTAMP} where nobody knows
 */
public record EventTimes(long timeMillis, long arrivedMillis) {
    private static final long YEAR_2100 = 4_102_444_800_000L;

    /**
     * The arrival that a record tells of itself, where it can be believed.
     *
     * @param timestampMillis the timestamp that the log gave the record, or {@link RawRecord#NO_TIMESTAMP}
     * @throws RefusedRecordException if it lies further than allowed after that timestamp, or absurdly late
     */
    public static long arrival(long recordedMillis, long timestampMillis, RecordLimits limits) {
        boolean known = timestampMillis != RawRecord.NO_TIMESTAMP;
        if (known && recordedMillis - limits.maxAheadMillis() > timestampMillis) {
            throw new RefusedRecordException(
                    "recordedtime is more than max-ahead (" + maxAhead(limits) + ") after its record");
        }
        if (recordedMillis >= YEAR_2100) {
            throw new RefusedRecordException("recordedtime is after 2099");
        }
        return recordedMillis;
    }

    /**
     * The times, where they can be believed.
     *
     * @throws RefusedRecordException if the event lies absurdly early, or further than allowed after its own record
     */
    public static EventTimes of(long timeMillis, long arrivedMillis, RecordLimits limits) {
        if (timeMillis < limits.earliestMillis()) {
            throw new RefusedRecordException("time is before 1990");
        }
        boolean known = arrivedMillis != RawRecord.NO_TIMESTAMP;
        if (known && timeMillis - limits.maxAheadMillis() > arrivedMillis) {
            throw new RefusedRecordException("time is more than max-ahead (" + maxAhead(limits) + ") after its record");
        }
        if (!known && timeMillis > limits.latestMillis()) {
            throw new RefusedRecordException("time is in the future, and the record has no timestamp of its own");
        }
        return new EventTimes(timeMillis, arrivedMillis);
    }

    private static String maxAhead(RecordLimits limits) {
        return Durations.format(limits.maxAheadMillis());
    }
}
