package io.heed.jobs.customer;

import io.heed.events.CareEvent;
import io.heed.events.change.Change;
import io.heed.features.Completeness;
import java.util.SortedMap;
import java.util.TreeMap;
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
     * @return the name of the state that only those customers have whom {@link #visit} must be called for once the
     *     change's time has come, the silent ones too; or null where nobody need be visited
     */
    default @Nullable String adopt(Change change) {
        throw new UnsupportedOperationException("definitions of this timeline do not change: " + change.name());
    }

    /**
     * Lets go of what no event can need that is handled after a time, and makes ready what changes ask for next.
     *
     * @param passedMillis the event time that has passed for all customers
     */
    default void settle(long passedMillis) {}

    /** Does what changes up to a time ask for, and handles all that is due at or before it. */
    default void visit(long timeMillis) {
        advanceTo(timeMillis);
    }

    /**
     * What runs, each with the event time since when it has run without a break, for {@link #resume}.
     *
     * @param timeMillis the time up to which everything is handled
     */
    default SortedMap<String, Long> runningSince(long timeMillis) {
        return new TreeMap<>();
    }

    /**
     * Tells what ran before a restart, maybe of another workspace.
     *
     * @param untilMillis up to which event time
     */
    default void resume(SortedMap<String, Long> ranSince, long untilMillis) {}

    /** The features by name, those of changes to come included, each with the time from when on it misses nothing. */
    default SortedMap<String, Completeness> features() {
        return new TreeMap<>();
    }

    /** Handles all that is due at or before a time. */
    void advanceTo(long timeMillis);

    /** When the next work is due, or {@link Long#MAX_VALUE} for never. */
    long nextDueMillis();

    /** How much work of the customer at hand is not due yet. */
    int openDeadlines();
}
