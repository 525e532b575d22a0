package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** No checkpoint may hold what is still on its way to whoever takes personal data out. */
class AlignedCheckpointsTest {
    private final ProactiveCareJob job = new ProactiveCareJob(
            JobConfiguration.replaying(SmallTelco.root(), List.of("unused")),
            WorkspaceFiles.snapshot(SmallTelco.root()),
            List.of(),
            0);

    @Test
    void anUnalignedCheckpointIsRefused() {
        assertThatThrownBy(() -> job.addTo(environment(true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "execution.checkpointing.unaligned.enabled must be off, since such a checkpoint holds messages"
                                + " with their personal data: true (legal: execution.checkpointing.unaligned.enabled: false)");
    }

    @Test
    void anAlignedOneIsNot() {
        assertThatCode(() -> job.addTo(environment(false))).doesNotThrowAnyException();
    }

    private static StreamExecutionEnvironment environment(boolean unaligned) {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
        configuration.set(CheckpointingOptions.ENABLE_UNALIGNED, unaligned);
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }
}
