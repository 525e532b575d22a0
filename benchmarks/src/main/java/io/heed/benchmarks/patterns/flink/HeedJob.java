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

/** All patterns in Heed's one operator. */
record HeedJob(TrafficPlan plan, PatternDefinitions patterns) implements MeasuredJob {
    @Override
    public void addTo(StreamExecutionEnvironment environment) {
        SingleOutputStreamOperator<CareEvent> events = TrafficStream.addTo(environment, plan);
        TimeOptions time = TimeOptions.usual().until(plan.endMillis()); // plain CEP too handles all windows at the end
        MatchSumFunction.addTo(events.keyBy(CareEvent::subject, Types.STRING)
                .connect(TrafficStream.shared(events).broadcast())
                .transform(
                        "customers",
                        Types.STRING,
                        new CustomerOperator<>(new PatternTimelines(patterns), TrafficStream.CODEC, time)));
    }
}
