package io.heed.events.timeline;

import io.heed.events.CareEvent;
import java.util.Comparator;

/** The order of a customer's events: by due time, then the source's name, then its sequence. */
public final class TimelineOrder {
    private static final Comparator<CareEvent> ORDER = Comparator.comparingLong(CareEvent::dueMillis)
            .thenComparing(CareEvent::source)
            .thenComparingLong(CareEvent::sequence);

    private TimelineOrder() {}

    /** The order; events that it holds equal stay in the order of their arrival. */
    public static Comparator<CareEvent> byDueTime() {
        return ORDER;
    }
}
