package io.heed.jobs.flink.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.JobException;
import org.apache.flink.runtime.client.JobExecutionException;
import org.apache.flink.util.SerializedThrowable;
import org.junit.jupiter.api.Test;

class RootCauseTest {
    @Test
    void wrappersOfFlinkAndOfFuturesAreLeftOut() {
        Exception cause = new IllegalArgumentException("mapping is not declared: tickets");
        Exception failure = new ExecutionException(new JobExecutionException(
                new JobID(), "Job execution failed.", new JobException("Recovery is off", cause)));

        assertThat(RootCause.sentence(failure)).isEqualTo("mapping is not declared: tickets");
    }

    @Test
    void whatACauseAddsIsSaidAsWell() {
        Exception failure =
                new UncheckedIOException("workspace cannot be read: telco", new IOException("permission denied"));

        assertThat(RootCause.sentence(failure))
                .isEqualTo("workspace cannot be read: telco: IOException: permission denied");
    }

    @Test
    void aCauseThatCrossedFlinksBoundariesIsReadAsIfItHadNot() {
        Exception cause = new IllegalArgumentException("line is no CSV: 7");

        assertThat(RootCause.sentence(new JobException("failed", new SerializedThrowable(cause))))
                .isEqualTo("line is no CSV: 7");
    }

    @Test
    void anErrorWithoutAMessageIsNamed() {
        assertThat(RootCause.sentence(new RuntimeException(new StackOverflowError())))
                .isEqualTo("StackOverflowError");
    }
}
