package io.heed.benchmarks.features.flink;

import io.heed.benchmarks.flink.MeasuredJob;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.flink.TrafficStream;
import io.heed.events.CareEvent;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.flink.customer.CustomerOperator;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The feature stage in Heed's one operator. */
record FeatureJob(TrafficPlan plan, FeatureDefinitions features) implements MeasuredJob {
    @Override
    public void addTo(StreamExecutionEnvironment environment) {
        SingleOutputStreamOperator<CareEvent> events = TrafficStream.addTo(environment, plan);
        events.keyBy(CareEvent::subject, Types.STRING)
                .connect(TrafficStream.shared(events).broadcast())
                .transform(
                        "customers",
                        Types.DOUBLE,
                        new CustomerOperator<>(
                                new FeatureTimelines(features),
                                TrafficStream.CODEC,
                                TimeOptions.usual().until(plan.lastMillis())))
                .sinkTo(new DiscardingSink<>());
    }
}
