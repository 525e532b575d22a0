package io.heed.jobs.customer;

import io.heed.events.CareEvent;
import io.heed.events.change.Change;
import org.jspecify.annotations.Nullable;

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

    /**
     * Takes in a change of a definition.
     *
     * @return the name of the state that only those customers have whom {@link #advanceTo} must visit once the change's
     *     time has come, the silent ones too; or null where nobody need be visited
     */
    default @Nullable String adopt(Change change) {
        throw new UnsupportedOperationException("definitions of this timeline do not change: " + change.name());
    }

    /** Handles all that is due at or before a time. */
    void advanceTo(long timeMillis);

    /** When the next work is due, or {@link Long#MAX_VALUE} for never. */
    long nextDueMillis();

    /** How much work of the customer at hand is not due yet. */
    int openDeadlines();
}
