package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.MeasuredJob;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.flink.TrafficStream;
import io.heed.events.CareEvent;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One plain CEP operator for each pattern.
 *
 * @param filtered whether each gets only events of the types that its pattern reads
 */
record PlainCepJob(TrafficPlan plan, PatternDefinitions patterns, boolean filtered) implements MeasuredJob {
    @Override
    public void addTo(StreamExecutionEnvironment environment) {
        DataStream<CareEvent> events = TrafficStream.addTo(environment, plan);
        for (PlainPattern pattern : PlainPatterns.of(patterns)) {
            DataStream<CareEvent> read = filtered ? only(pattern.types(), events) : events;
            MatchSumFunction.addTo(CEP.pattern(read.keyBy(CareEvent::subject, Types.STRING), pattern.pattern())
                    .process(new DescribeMatch(pattern.name()), Types.STRING));
        }
    }

    private static DataStream<CareEvent> only(Set<String> types, DataStream<CareEvent> events) {
        return events.filter(event -> types.contains(event.type().name())).setParallelism(1);
    }
}
