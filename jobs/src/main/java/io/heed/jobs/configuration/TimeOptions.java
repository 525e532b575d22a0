package io.heed.jobs.configuration;

import java.io.Serializable;

/**
 * How the job keeps time; all in milliseconds.
 *
 * @param maxOutOfOrdernessMillis how far events are held back behind the newest of their partition; 0 to handle them
 *     as they arrive
 * @param duplicatesWithinMillis how long an event is known, to drop it when it comes again
 * @param maxAheadMillis how far an event may lie after its record's own timestamp
 * @param idleAfterMillis after how long a silent live partition no longer holds time
 * @param liveFromMillis before this time events build state and raise nothing
 * @param untilMillis how far time goes on after a finite input, {@link #LAST_EVENT} for the last event's time
 */
public record TimeOptions(
        long maxOutOfOrdernessMillis,
        long duplicatesWithinMillis,
        long maxAheadMillis,
        long idleAfterMillis,
        long liveFromMillis,
        long untilMillis)
        implements Serializable {
    /** Time ends with the last event of a finite input. */
    public static final long LAST_EVENT = Long.MIN_VALUE;

    /** Five minutes of disorder, seven days of duplicates, a day ahead, a minute of silence; live at once. */
    public static TimeOptions usual() {
        return new TimeOptions(300_000, 7 * 86_400_000L, 86_400_000, 60_000, Long.MIN_VALUE, LAST_EVENT);
    }

    /** The same with another end. */
    public TimeOptions until(long millis) {
        return new TimeOptions(
                maxOutOfOrdernessMillis,
                duplicatesWithinMillis,
                maxAheadMillis,
                idleAfterMillis,
                liveFromMillis,
                millis);
    }
}
