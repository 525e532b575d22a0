package io.heed.benchmarks.flink;

import com.sun.management.OperatingSystemMXBean;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** One Flink for all runs of a benchmark, so that no run pays for its start. */
public final class MeasuringFlink implements AutoCloseable {
    private static final long CLOSE_SECONDS = 60;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final EmbeddedFlink flink;
    private final Configuration further;
    private final MiniCluster cluster;

    /** A Flink with its defaults. */
    public MeasuringFlink(int parallelism) throws Exception {
        this(parallelism, new Configuration());
    }

    /** A Flink with further settings, which hold for its jobs too. */
    public MeasuringFlink(int parallelism, Configuration further) throws Exception {
        this.flink = new EmbeddedFlink(parallelism);
        this.further = further;
        this.cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(EmbeddedFlink.configuration(further))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(parallelism)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .build());
        cluster.start();
    }

    /** Runs a job to its end. What earlier runs left on the heap is collected before, not during. */
    public Measurement run(MeasuredJob job) throws Exception {
        FinishedRun finished = runWithin(job, Duration.ofDays(1));
        if (finished == null) {
            throw new TimeoutException("a job ran for a day");
        }
        return finished.measurement();
    }

    /** Runs a job to its end; gives null, and cancels it, where that takes too long. */
    public @Nullable FinishedRun runWithin(MeasuredJob job, Duration box) throws Exception {
        StreamExecutionEnvironment environment = flink.environment(further);
        job.addTo(environment);
        JobGraph graph = environment.getStreamGraph().getJobGraph();
        System.gc();
        long wall = System.nanoTime();
        long cpu = process.getProcessCpuTime();
        JobID id = cluster.submitJob(graph).get().getJobID();
        CompletableFuture<JobResult> ended = cluster.requestJobResult(id);
        try {
            JobExecutionResult result = ended.get(box.toMillis(), TimeUnit.MILLISECONDS)
                    .toJobExecutionResult(MeasuringFlink.class.getClassLoader());
            long wallNanos = System.nanoTime() - wall;
            long cpuNanos = process.getProcessCpuTime() - cpu;
            Long events = result.getAccumulatorResult("records");
            return new FinishedRun(
                    new Measurement(events == null ? 0 : events, wallNanos, cpuNanos),
                    result.getAllAccumulatorResults());
        } catch (TimeoutException notInTime) {
            cluster.cancelJob(id).get();
            ended.get();
            return null;
        }
    }

    @Override
    public void close() throws Exception {
        cluster.closeAsync().get(CLOSE_SECONDS, TimeUnit.SECONDS);
    }
}
