package io.heed.benchmarks.traffic.flink;

import io.heed.benchmarks.flink.CountFunction;
import io.heed.benchmarks.flink.MeasuredJob;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.events.CareEvent;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The floor: the same traffic and shuffle, and then only a count for each customer. */
public record CountJob(TrafficPlan plan) implements MeasuredJob {
    @Override
    public void addTo(StreamExecutionEnvironment environment) {
        TrafficStream.addTo(environment, plan)
                .keyBy(CareEvent::subject, Types.STRING)
                .process(new CountFunction())
                .returns(Types.LONG)
                .sinkTo(new DiscardingSink<>());
    }
}
