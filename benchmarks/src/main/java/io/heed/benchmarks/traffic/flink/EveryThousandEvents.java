package io.heed.benchmarks.traffic.flink;

import io.heed.events.CareEvent;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Moves time after every thousand events, not by the wall clock: a slow job must not get coarser time. */
final class EveryThousandEvents implements WatermarkGenerator<CareEvent> {
    private static final int EVENTS = 1_000;

    private int sinceLast;

    @Override
    public void onEvent(CareEvent event, long timestamp, WatermarkOutput output) {
        if (++sinceLast == EVENTS) {
            sinceLast = 0;
            output.emitWatermark(new Watermark(timestamp - 1));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // by events alone
    }
}
