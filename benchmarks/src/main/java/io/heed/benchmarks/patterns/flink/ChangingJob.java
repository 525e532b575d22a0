package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.MeasuredJob;
import io.heed.benchmarks.patterns.MeasuredPatterns;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.flink.TrafficStream;
import io.heed.events.CareEvent;
import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.OnChange;
import io.heed.events.flink.CodecTypeInformation;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.SharedRecord;
import io.heed.jobs.customer.SharedRecord.SharedRecordCodec;
import io.heed.jobs.flink.customer.CustomerOperator;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Heed's one operator while its patterns change, each once, evenly over the whole time of the traffic. A change sets the
 * threshold a little higher.
 *
 * @param onChange what becomes of open matches, or null for no changes at all
 */
record ChangingJob(
        TrafficPlan plan,
        PatternDefinitions patterns,
        @Nullable OnChange onChange) implements MeasuredJob {
    private static final TypeInformation<SharedRecord> SHARED =
            new CodecTypeInformation<>(SharedRecord.class, new SharedRecordCodec(TrafficStream.CODEC), true);

    @Override
    public void addTo(StreamExecutionEnvironment environment) {
        SingleOutputStreamOperator<CareEvent> events = TrafficStream.addTo(environment, plan);
        TimeOptions time = TimeOptions.usual().until(plan.endMillis());
        DataStream<SharedRecord> shared = TrafficStream.shared(events);
        if (onChange != null) {
            shared = shared.union(environment.fromData(SHARED, changes(onChange).toArray(SharedRecord[]::new)));
        }
        MatchSumFunction.addTo(events.keyBy(CareEvent::subject, Types.STRING)
                .connect(shared.broadcast())
                .transform(
                        "customers",
                        Types.STRING,
                        new CustomerOperator<>(new PatternTimelines(patterns), TrafficStream.CODEC, time)));
    }

    private List<SharedRecord> changes(OnChange what) {
        List<SharedRecord> changes = new ArrayList<>();
        long step = (plan.lastMillis() - plan.startMillis()) / (patterns.all().size() + 1);
        for (PatternDefinition pattern : patterns.all()) {
            long number = changes.size() + 1L;
            changes.add(new SharedRecord.Changed(new Change(
                    number,
                    plan.startMillis() + number * step,
                    DefinitionKind.PATTERN,
                    ChangeAction.SET,
                    pattern.name(),
                    pattern.version() + 1,
                    false,
                    what,
                    new TreeMap<>(Map.of(
                            MeasuredPatterns.THRESHOLD, String.valueOf(MeasuredPatterns.threshold(pattern) * 1.1))),
                    "")));
        }
        return changes;
    }
}
