package io.heed.benchmarks.traffic.flink;

import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.events.CareEvent;
import io.heed.events.flink.CodecTypeInformation;
import io.heed.events.state.CareEventCodec;
import io.heed.jobs.customer.SharedRecord;
import io.heed.jobs.customer.SharedRecord.SharedRecordCodec;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.OutputTag;

/** Made-up traffic as a stream in order of time, the same for every contender. */
public final class TrafficStream {
    /** How its events are written. */
    public static final CareEventCodec CODEC = new CareEventCodec(TrafficTypes.catalogue());

    private static final TypeInformation<CareEvent> TYPE = new CodecTypeInformation<>(CareEvent.class, CODEC, true);

    private TrafficStream() {}

    /** Adds the events of a plan to a job. */
    public static SingleOutputStreamOperator<CareEvent> addTo(
            StreamExecutionEnvironment environment, TrafficPlan plan) {
        environment.getConfig().enableObjectReuse();
        return environment
                .fromSource(new NumberSequenceSource(1, plan.total()), WatermarkStrategy.noWatermarks(), "numbers")
                .setParallelism(1)
                .map(new TrafficFunction(plan))
                .returns(TYPE)
                .setParallelism(1)
                .assignTimestampsAndWatermarks(
                        WatermarkStrategy.<CareEvent>forGenerator(context -> new EveryThousandEvents())
                                .withTimestampAssigner((event, recordTimestamp) -> event.timeMillis()))
                .setParallelism(1);
    }

    /** The events of areas and the company, of which there are none. */
    public static DataStream<SharedRecord> shared(SingleOutputStreamOperator<CareEvent> events) {
        return events.getSideOutput(new OutputTag<>(
                "shared", new CodecTypeInformation<>(SharedRecord.class, new SharedRecordCodec(CODEC), true)));
    }
}
