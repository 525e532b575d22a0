package io.heed.jobs.customer;

import io.heed.events.CareEvent;

/** All work for the customer at hand, in order of time. It knows no Flink; whoever calls it turns the state first. */
public interface CustomerTimeline {
    /** Handles what is due before an event, then the event. Events come in their order. */
    void onEvent(CareEvent event);

    /**
     * Handles an event that came after its time had passed: it counts from now on and changes nothing given before.
     *
     * @param nowMillis the time up to which the customer is handled
     */
    void onLate(CareEvent event, long nowMillis);

    /** Handles all that is due at or before a time. */
    void advanceTo(long timeMillis);

    /** When the next work is due, or {@link Long#MAX_VALUE} for never. */
    long nextDueMillis();

    /** How much work of the customer at hand is not due yet. */
    int openDeadlines();
}
