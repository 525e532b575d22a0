package io.heed.jobs.flink.customer;

import io.heed.events.CareEvent;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.Agenda;
import io.heed.events.timeline.Deadline;
import io.heed.events.timeline.SharedHistory;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.Tally;

/** Timelines that say what was handled, and set a deadline an hour after every event. */
final class RecordingTimelines implements TimelineFactory<String> {
    private static final long serialVersionUID = 1L;
    private static final long HOUR = 3_600_000;

    @Override
    public CustomerTimeline create(StateStore state, SharedHistory shared, Tally tally, Results<String> results) {
        return new RecordingTimeline(new Agenda(state), tally, results);
    }

    private record RecordingTimeline(Agenda agenda, Tally tally, Results<String> results) implements CustomerTimeline {
        @Override
        public void onEvent(CareEvent event) {
            advanceTo(event.dueMillis());
            tally.count(Tally.Fate.HANDLED);
            results.emit(event.dueMillis() + " event " + event.id());
            agenda.of("test").set(event.id(), event.dueMillis() + HOUR);
        }

        @Override
        public void onLate(CareEvent event, long nowMillis) {
            tally.count(Tally.Fate.LATE);
            results.emit(event.dueMillis() + " late " + event.id());
        }

        @Override
        public void advanceTo(long timeMillis) {
            for (Deadline due = agenda.pollDue(timeMillis); due != null; due = agenda.pollDue(timeMillis)) {
                results.emit(due.timeMillis() + " due " + due.name());
            }
        }

        @Override
        public long nextDueMillis() {
            Deadline next = agenda.next();
            return next == null ? Long.MAX_VALUE : next.timeMillis();
        }

        @Override
        public int openDeadlines() {
            return agenda.open().size();
        }
    }
}
