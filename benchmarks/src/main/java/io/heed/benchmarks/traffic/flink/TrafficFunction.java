package io.heed.benchmarks.traffic.flink;

import io.heed.benchmarks.traffic.Traffic;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.events.CareEvent;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** Makes up an event for every number that comes, in order. */
@SuppressWarnings("NullAway.Init") // set in open, before Flink gives any record
final class TrafficFunction extends RichMapFunction<Long, CareEvent> {
    private static final long serialVersionUID = 1L;

    private final TrafficPlan plan;
    private transient Traffic traffic;
    private transient LongCounter records;

    TrafficFunction(TrafficPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        traffic = new Traffic(plan, TrafficTypes.catalogue());
        records = new LongCounter();
        getRuntimeContext().addAccumulator("records", records);
    }

    @Override
    public CareEvent map(Long number) {
        records.add(1);
        return traffic.next();
    }
}
