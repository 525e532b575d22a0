package io.heed.jobs.flink.embedded;

import io.heed.jobs.customer.CareResult;
import io.heed.jobs.flink.ProactiveCareJob;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;

/** A Flink in this JVM, which lives as long as the job that it runs and is reached from this machine alone. */
public final class EmbeddedFlink {
    private static final String LOOPBACK = "localhost";

    private final int parallelism;

    /** A Flink that gives each operator so many tasks. */
    public EmbeddedFlink(int parallelism) {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism is not above 0: " + parallelism);
        }
        this.parallelism = parallelism;
    }

    /**
     * Runs a job over a finite input to its end.
     *
     * @param results gets every result as it comes, in the order of each customer
     * @return what became of every record
     * @throws JobFailedException where the job ends by an error
     */
    public JobTotals replay(ProactiveCareJob job, Consumer<CareResult> results, Progress progress)
            throws JobFailedException {
        return collect(job::addTo, results, progress);
    }

    /**
     * Runs anything over a finite input to its end.
     *
     * @param job adds what is to run to an environment
     * @param results gets every result as it comes
     * @return what became of every record
     * @throws JobFailedException where the job ends by an error
     */
    public <T> JobTotals collect(
            Function<StreamExecutionEnvironment, DataStream<T>> job, Consumer<T> results, Progress progress)
            throws JobFailedException {
        StreamExecutionEnvironment environment = environment(new Configuration());
        DataStream.Collector<T> collector = new DataStream.Collector<>();
        job.apply(environment).collectAsync(collector);
        JobClient client = submit(environment, "replay");
        try (ProgressWatch watch = new ProgressWatch(client, progress);
                CloseableIterator<T> output = collector.getOutput()) {
            output.forEachRemaining(results);
        } catch (Exception failure) {
            throw new JobFailedException(reason(client, failure));
        }
        return JobTotals.of(end(client).getAllAccumulatorResults());
    }

    /**
     * Starts a job with its outputs.
     *
     * @param state a folder for checkpoints; a job that was stopped there goes on where it was
     * @param checkpointEvery how often outputs are committed
     */
    public RunningJob start(ProactiveCareJob job, Path state, Duration checkpointEvery) throws JobFailedException {
        StateFolder folder = new StateFolder(state);
        Configuration configuration = folder.configuration(checkpointEvery);
        int port = freePort();
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(
                parallelism, configuration(configuration).set(RestOptions.BIND_PORT, String.valueOf(port)));
        job.addWithOutputsTo(environment);
        RunningJob running = new RunningJob(submit(environment, "heed"), folder);
        folder.noteRestAddress("http://" + LOOPBACK + ":" + port);
        return running;
    }

    /** A port of the REST interface that is known before Flink binds to it. */
    private static int freePort() throws JobFailedException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new JobFailedException(none);
        }
    }

    /** An environment whose jobs run in this JVM. */
    public StreamExecutionEnvironment environment(Configuration further) {
        return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration(further));
    }

    /** The settings of a Flink that binds to the loopback alone and reports its counts every half second. */
    public static Configuration configuration(Configuration further) {
        Configuration configuration = new Configuration(further);
        configuration.set(RestOptions.ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
        configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.HOST, LOOPBACK);
        configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500)); // carries the counts
        return configuration;
    }

    static JobClient submit(StreamExecutionEnvironment environment, String name) throws JobFailedException {
        try {
            return environment.executeAsync(name);
        } catch (Exception refused) {
            throw new JobFailedException(refused);
        }
    }

    /** The result of a job, once it has ended. */
    static JobExecutionResult end(JobClient client) throws JobFailedException {
        try {
            return client.getJobExecutionResult().get();
        } catch (ExecutionException failure) {
            throw new JobFailedException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new JobFailedException(stopped);
        }
    }

    /** Why a job failed, which the client knows better than the iterator over its results. */
    private static Throwable reason(JobClient client, Exception seen) {
        if (!client.getJobExecutionResult().isCompletedExceptionally()) {
            return seen;
        }
        return client.getJobExecutionResult()
                .handle((result, failure) -> failure == null ? seen : failure)
                .join();
    }
}
