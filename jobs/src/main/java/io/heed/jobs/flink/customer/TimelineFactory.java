package io.heed.jobs.flink.customer;

import io.heed.events.state.StateStore;
import io.heed.events.timeline.SharedHistory;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.Tally;
import java.io.Serializable;

/** Makes the stages where they run: definitions travel as plain data, compiled things are built there. */
public interface TimelineFactory<R> extends Serializable {
    /** What results go to. */
    interface Results<R> {
        /** Gives one result on. */
        void emit(R result);
    }

    /** The stages, over the state of a job. */
    CustomerTimeline create(StateStore state, SharedHistory shared, Tally tally, Results<R> results);

    /** Gives back what {@link #create} took, such as models; called once, in any case. */
    default void close() {}
}
