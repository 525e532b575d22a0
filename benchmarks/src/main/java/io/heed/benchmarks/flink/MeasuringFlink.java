package io.heed.benchmarks.flink;

import com.sun.management.OperatingSystemMXBean;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** One Flink for all runs of a benchmark, so that no run pays for its start. */
final class MeasuringFlink implements AutoCloseable {
    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final EmbeddedFlink flink;
    private final MiniCluster cluster;

    MeasuringFlink(int parallelism) throws Exception {
        flink = new EmbeddedFlink(parallelism);
        cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(EmbeddedFlink.configuration(new Configuration()))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(parallelism)
                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                .build());
        cluster.start();
    }

    /** Runs a job to its end. What earlier runs left on the heap is collected before, not during. */
    Measurement run(MeasuredJob job) throws Exception {
        StreamExecutionEnvironment environment = flink.environment(new Configuration());
        job.addTo(environment);
        System.gc();
        long wall = System.nanoTime();
        long cpu = process.getProcessCpuTime();
        JobExecutionResult result =
                cluster.executeJobBlocking(environment.getStreamGraph().getJobGraph());
        long wallNanos = System.nanoTime() - wall;
        long cpuNanos = process.getProcessCpuTime() - cpu;
        Long events = result.getAccumulatorResult("records");
        return new Measurement(events == null ? 0 : events, wallNanos, cpuNanos);
    }

    @Override
    public void close() throws Exception {
        cluster.closeAsync().get(60, TimeUnit.SECONDS);
    }
}
