package io.heed.jobs.flink.understanding;

import io.heed.events.CareEvent;
import io.heed.jobs.understanding.EventUnderstanding;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Takes personal data out of events and leaves their text to be read by whoever knows the changes; stateless. */
@SuppressWarnings("NullAway.Init") // set in open, before Flink gives any record
final class ProtectFunction extends RichMapFunction<CareEvent, CareEvent> {
    private static final long serialVersionUID = 1L;

    private final UnderstandingOptions options;
    private transient EventUnderstanding understanding;

    ProtectFunction(UnderstandingOptions options) {
        this.options = options;
    }

    @Override
    public void open(OpenContext context) {
        understanding = options.open();
    }

    @Override
    public CareEvent map(CareEvent event) {
        return understanding.protect(event);
    }
}
