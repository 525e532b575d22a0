package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.MeasuredJob;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.flink.TrafficStream;
import io.heed.events.CareEvent;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.flink.customer.CustomerOperator;
import io.heed.patterns.definition.PatternDefinitions;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Heed's one operator, with a clock on every event. */
record TimedJob(TrafficPlan plan, PatternDefinitions patterns) implements MeasuredJob {
    @Override
    public void addTo(StreamExecutionEnvironment environment) {
        SingleOutputStreamOperator<CareEvent> events = TrafficStream.addTo(environment, plan);
        TimeOptions time = TimeOptions.usual().until(plan.endMillis());
        events.keyBy(CareEvent::subject, Types.STRING)
                .connect(TrafficStream.shared(events).broadcast())
                .transform(
                        "customers",
                        Types.LONG,
                        new CustomerOperator<>(new TimedTimelines(patterns), TrafficStream.CODEC, time))
                .flatMap(new HandlingTimes())
                .sinkTo(new DiscardingSink<>());
    }
}
