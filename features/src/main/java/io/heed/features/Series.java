package io.heed.features;

import io.heed.events.CareEvent;
import io.heed.events.expression.Bindings;
import io.heed.features.window.History;
import org.jspecify.annotations.Nullable;

/** One series at work: takes events, gives histories. */
interface Series {
    /** Takes an event of one of the types that it reads; whether somebody should come back to prune it. */
    boolean observe(CareEvent event, Bindings bindings);

    /** What happened before an instant, of the group that the event at hand names; null where it names none. */
    @Nullable
    History before(long timeMillis, @Nullable CareEvent eventAtHand);
}
