package io.heed.benchmarks.flink;

import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** The job as it is submitted, with an output that costs nothing. */
final class WholeJob implements MeasuredJob {
    private final JobConfiguration configuration;
    private final WorkspaceSnapshot workspace;
    private final long nowMillis;

    WholeJob(JobConfiguration configuration, WorkspaceSnapshot workspace, long nowMillis) {
        this.configuration = configuration;
        this.workspace = workspace;
        this.nowMillis = nowMillis;
    }

    @Override
    public void addTo(StreamExecutionEnvironment environment) {
        new ProactiveCareJob(configuration, workspace, List.of(), nowMillis)
                .addTo(environment)
                .sinkTo(new DiscardingSink<>())
                .uid("discard");
    }
}
