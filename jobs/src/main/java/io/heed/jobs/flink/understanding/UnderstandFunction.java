package io.heed.jobs.flink.understanding;

import io.heed.events.CareEvent;
import io.heed.jobs.flink.change.ChangeClock;
import io.heed.jobs.understanding.EventReading;
import io.heed.jobs.understanding.EventUnderstanding;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Takes personal data out of events and understands their text; stateless. */
@SuppressWarnings("NullAway.Init") // set in open, before Flink gives any record
final class UnderstandFunction extends RichMapFunction<CareEvent, CareEvent> {
    private static final long serialVersionUID = 1L;

    private final UnderstandingOptions options;
    private final ChangeClock clock = ChangeClock.WALL;
    private transient EventUnderstanding understanding;
    private transient ReadingPace pace;

    UnderstandFunction(UnderstandingOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext context) {
        understanding = options.open();
        options.requireChampion();
        pace = new ReadingPace(getRuntimeContext().getMetricGroup());
    }

    @Override
    public CareEvent map(CareEvent event) {
        long begun = System.nanoTime();
        CareEvent understood = understanding.understand(event);
        if (EventReading.isRead(understood)) {
            pace.read(System.nanoTime() - begun, event.timeMillis(), clock.millis());
        }
        return understood;
    }
}
