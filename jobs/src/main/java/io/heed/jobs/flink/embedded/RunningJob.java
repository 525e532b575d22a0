package io.heed.jobs.flink.embedded;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;

/** A job that runs in this JVM until its input ends or someone stops it. */
public final class RunningJob {
    private static final long STOP_SECONDS = 120;

    private final JobClient client;
    private final StateFolder state;

    RunningJob(JobClient client, StateFolder state) {
        this.client = client;
        this.state = state;
    }

    /**
     * Waits for the end.
     *
     * @return what became of every record
     * @throws JobFailedException where the job ends by an error
     */
    public JobTotals await() throws JobFailedException {
        try {
            return JobTotals.of(EmbeddedFlink.end(client).getAllAccumulatorResults());
        } finally {
            state.forgetRestAddress();
        }
    }

    /**
     * Stops the job so that all that it gave is committed and it can go on from there; where that is not possible it is
     * cancelled, and goes on from its last checkpoint.
     *
     * @return whether the job was stopped and not cancelled
     */
    public boolean stop() throws InterruptedException {
        if (client.getJobExecutionResult().isDone()) {
            return true;
        }
        try {
            client.stopWithSavepoint(false, state.savepoints(), SavepointFormatType.NATIVE)
                    .get(STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException | TimeoutException notPossible) {
            client.cancel().join();
            return false;
        }
    }
}
