package io.heed.jobs.flink.intake;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.util.clock.Clock;
import org.apache.flink.util.clock.RelativeClock;

/**
 * The clock of one partition: the newest prompt event less the allowed disorder. A live partition that was silent for a
 * while follows the wall clock, so that it holds nobody back, and so that time goes on where all are silent.
 */
final class ArrivalWatermarks implements WatermarkGenerator<Arrival> {
    private final long maxOutOfOrdernessMillis;
    private final long idleAfterMillis;
    private final RelativeClock activity;
    private final Clock wallClock;
    private long newestMillis = Long.MIN_VALUE;
    private long lastEventAt;

    /**
     * A clock that has seen nothing.
     *
     * @param idleAfterMillis after how long without a record the partition is silent; 0 for one that never is, such as
     *     a file
     * @param activity stands still while the partition is not read because the job is busy
     */
    ArrivalWatermarks(long maxOutOfOrdernessMillis, long idleAfterMillis, RelativeClock activity, Clock wallClock) {
        this.maxOutOfOrdernessMillis = maxOutOfOrdernessMillis;
        this.idleAfterMillis = idleAfterMillis;
        this.activity = activity;
        this.wallClock = wallClock;
        this.lastEventAt = activity.relativeTimeMillis();
    }

    @Override
    public void onEvent(Arrival arrival, long eventTimestamp, WatermarkOutput output) {
        newestMillis = Math.max(newestMillis, arrival.drivesTimeTo());
        lastEventAt = activity.relativeTimeMillis();
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        boolean silent = idleAfterMillis > 0 && activity.relativeTimeMillis() - lastEventAt >= idleAfterMillis;
        if (silent && newestMillis == Long.MIN_VALUE) {
            output.markIdle(); // Flink also asks on behalf of a whole reader, which never sees an event
            return;
        }
        if (silent) {
            newestMillis = Math.max(newestMillis, wallClock.absoluteTimeMillis() - idleAfterMillis);
        }
        if (newestMillis != Long.MIN_VALUE) {
            output.emitWatermark(new Watermark(newestMillis - maxOutOfOrdernessMillis - 1));
        }
    }
}
