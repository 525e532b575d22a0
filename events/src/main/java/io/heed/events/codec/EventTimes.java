package io.heed.events.codec;

/**
 * When something happened and when its record arrived.
 *
 * @param arrivedMillis the arrival, or {@link RawRecord#NO_TIMESTAMP} where nobody knows
 */
public record EventTimes(long timeMillis, long arrivedMillis) {
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
        if (known && timeMillis > arrivedMillis + limits.maxAheadMillis()) {
            throw new RefusedRecordException("time is more than max-ahead ("
                    + io.heed.events.yaml.Durations.format(limits.maxAheadMillis()) + ") after its record");
        }
        if (!known && timeMillis > limits.latestMillis()) {
            throw new RefusedRecordException("time is in the future, and the record has no timestamp of its own");
        }
        return new EventTimes(timeMillis, arrivedMillis);
    }
}
