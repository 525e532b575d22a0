package io.heed.benchmarks.features.flink;

import io.heed.benchmarks.features.FeatureTimeline;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.events.state.StateStore;
import io.heed.events.timeline.SharedHistory;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.customer.CustomerTimeline;
import io.heed.jobs.customer.Tally;
import io.heed.jobs.flink.customer.TimelineFactory;

/** Makes the timeline with the feature stage alone. */
record FeatureTimelines(FeatureDefinitions features) implements TimelineFactory<Double> {
    @Override
    public CustomerTimeline create(StateStore state, SharedHistory shared, Tally tally, Results<Double> results) {
        return new FeatureTimeline(state, features, TrafficTypes.catalogue(), tally, results::emit);
    }
}
