package io.heed.benchmarks.flink;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.codec.RecordLimits;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.customer.CustomerKey;
import io.heed.jobs.flink.intake.EventFormat;
import io.heed.jobs.flink.intake.EventIntake;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The baseline: the same intake and the same shuffle as the whole job, and then only a count for each customer. */
final class CountingJob implements MeasuredJob {
    private final JobConfiguration configuration;
    private final EventFormat format;

    CountingJob(JobConfiguration configuration, WorkspaceSnapshot workspace, long nowMillis) {
        this.configuration = configuration;
        this.format = new EventFormat(
                EventCatalogue.load(workspace),
                null,
                RecordLimits.startingAt(nowMillis, configuration.time().maxAheadMillis()));
    }

    @Override
    public void addTo(StreamExecutionEnvironment environment) {
        environment.getConfig().enableObjectReuse();
        new EventIntake(format, configuration.input(), configuration.time())
                .addTo(environment)
                .customers()
                .keyBy(new CustomerKey(configuration.hashKey()), Types.STRING)
                .process(new CountFunction())
                .returns(Types.LONG)
                .uid("count")
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
    }
}
