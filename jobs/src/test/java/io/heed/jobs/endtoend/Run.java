package io.heed.jobs.endtoend;

import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.delivery.Delivery;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * How a job runs in a test.
 *
 * @param watermarkMillis how often sources tell the time
 * @param crashAfter after how many results the job fails once and goes on from a checkpoint; 0 for never
 */
record Run(int parallelism, int watermarkMillis, String backend, int crashAfter) {
    private static final long STARTED = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();

    static Run with(int parallelism, int watermarkMillis) {
        return new Run(parallelism, watermarkMillis, "hashmap", 0);
    }

    Run on(String newBackend) {
        return new Run(parallelism, watermarkMillis, newBackend, crashAfter);
    }

    Run crashingAfter(int results) {
        return new Run(parallelism, watermarkMillis, backend, results);
    }

    /** The counts of a job that has run to its end, its outputs delivered. */
    Map<String, Long> counts(JobConfiguration job, Path checkpoints) throws Exception {
        StreamExecutionEnvironment environment = environment(checkpoints);
        deliver(job, environment);
        JobExecutionResult result = environment.execute();
        Map<String, Long> counts = new TreeMap<>();
        result.getAllAccumulatorResults().forEach((name, value) -> counts.put(name, (Long) value));
        return counts;
    }

    StreamExecutionEnvironment environment(Path checkpoints) {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(watermarkMillis));
        configuration.set(StateBackendOptions.STATE_BACKEND, backend);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, crashAfter > 0 ? 1 : 0);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        if (crashAfter > 0) {
            configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(50));
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(parallelism);
        return environment;
    }

    void deliver(JobConfiguration job, StreamExecutionEnvironment environment) {
        DataStream<CareResult> results = new ProactiveCareJob(
                        job, WorkspaceFiles.snapshot(job.workspace()), List.of(), STARTED)
                .addTo(environment);
        if (crashAfter > 0) {
            results = results.map(Crash.<CareResult>after(crashAfter))
                    .returns(results.getType())
                    .uid("crash")
                    .name("crash");
        }
        new Delivery(job.output()).deliver(results);
    }
}
