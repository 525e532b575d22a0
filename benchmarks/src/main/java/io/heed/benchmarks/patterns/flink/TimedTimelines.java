package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.patterns.PatternTimeline;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.events.CareEvent;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.SharedHistory;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.Tally;
import io.heed.jobs.flink.customer.TimelineFactory;
import io.heed.patterns.definition.PatternDefinitions;

/**
 * Makes the timeline with the pattern stage, and gives how long each event of an ordinary customer took, in nanoseconds;
 * and, below 0, how many open matches were dropped.
 */
final class TimedTimelines implements TimelineFactory<Long> {
    private static final long serialVersionUID = 1L;

    private final PatternDefinitions patterns;

    TimedTimelines(PatternDefinitions patterns) {
        this.patterns = patterns;
    }

    @Override
    public CustomerTimeline create(StateStore state, SharedHistory shared, Tally tally, Results<Long> results) {
        return new TimedTimeline(
                new PatternTimeline(state, patterns, TrafficTypes.catalogue(), tally, match -> {}), results);
    }

    private static final class TimedTimeline implements CustomerTimeline {
        private final PatternTimeline timeline;
        private final Results<Long> results;
        private long dropped;

        TimedTimeline(PatternTimeline timeline, Results<Long> results) {
            this.timeline = timeline;
            this.results = results;
        }

        @Override
        public void onEvent(CareEvent event) {
            long before = System.nanoTime();
            timeline.onEvent(event);
            if (!event.subject().equals(TrafficPlan.HOT_CUSTOMER)) {
                results.emit(System.nanoTime() - before);
            }
            long droppedNow = timeline.droppedOpenMatches();
            if (droppedNow > dropped) {
                results.emit(dropped - droppedNow);
                dropped = droppedNow;
            }
        }

        @Override
        public void onLate(CareEvent event, long nowMillis) {
            timeline.onLate(event, nowMillis);
        }

        @Override
        public void advanceTo(long timeMillis) {
            timeline.advanceTo(timeMillis);
        }

        @Override
        public long nextDueMillis() {
            return timeline.nextDueMillis();
        }

        @Override
        public int openDeadlines() {
            return timeline.openDeadlines();
        }
    }
}
