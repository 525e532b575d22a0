package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.patterns.MatchText;
import io.heed.benchmarks.patterns.PatternTimeline;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.SharedHistory;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.Tally;
import io.heed.jobs.flink.customer.TimelineFactory;
import io.heed.patterns.definition.PatternDefinitions;

/** Makes the timeline with the pattern stage alone, and gives its matches as text. */
final class PatternTimelines implements TimelineFactory<String> {
    private static final long serialVersionUID = 1L;

    private final PatternDefinitions patterns;

    PatternTimelines(PatternDefinitions patterns) {
        this.patterns = patterns;
    }

    @Override
    public CustomerTimeline create(StateStore state, SharedHistory shared, Tally tally, Results<String> results) {
        return new PatternTimeline(
                state,
                patterns,
                TrafficTypes.catalogue(),
                tally,
                match -> results.emit(MatchText.of(match.pattern(), match.stages())));
    }
}
