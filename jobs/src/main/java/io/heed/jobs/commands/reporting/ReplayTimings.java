package io.heed.jobs.commands.reporting;

/**
 * How long a replay took, in milliseconds since the command began.
 *
 * @param firstTriggerMillis when the first trigger was there, -1 where there was none
 * @param totalMillis when the job had ended
 */
public record ReplayTimings(long firstTriggerMillis, long totalMillis) {
    /** No trigger came. */
    public static final long NEVER = -1;
}
