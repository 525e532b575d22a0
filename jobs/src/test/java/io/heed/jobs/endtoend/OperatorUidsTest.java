package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.InputOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.KafkaInput;
import io.heed.jobs.configuration.OutputOptions;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.dag.Transformation;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.PartitionTransformation;
import org.apache.flink.streaming.api.transformations.SideOutputTransformation;
import org.apache.flink.streaming.api.transformations.UnionTransformation;
import org.junit.jupiter.api.Test;

/** Savepoints find their state by operators' uids; whoever changes one says so here. */
class OperatorUidsTest {
    private static final KafkaInput KAFKA = new KafkaInput("localhost:9092", List.of("events"), "heed", true, Map.of());
    private static final OutputOptions EVERYWHERE =
            new OutputOptions("file:///tmp/out", "localhost:9092", "care-", Map.of(), true);

    @Test
    void uidsAreTheCommittedOnes() throws IOException {
        Set<String> uids = new TreeSet<>();
        for (Transformation<?> operator : operators(everything())) {
            uids.add(String.valueOf(operator.getUid()));
        }

        assertThat(String.join("\n", uids) + "\n").isEqualTo(committed());
    }

    @Test
    void everyOperatorHasAUidOfItsOwnAndANameLikeIt() {
        Map<String, String> names = new TreeMap<>();
        for (Transformation<?> operator : operators(everything())) {
            assertThat(operator.getUid()).as(operator.getName()).isNotNull();
            assertThat(names.put(operator.getUid(), operator.getName()))
                    .as(operator.getUid())
                    .isNull();
        }
        assertThat(names).allSatisfy((uid, name) -> assertThat(name).isEqualTo(uid));
    }

    @Test
    void flinkAcceptsTheGraphWithEveryOutput() {
        assertThat(everything().getStreamGraph().getJobGraph().getNumberOfVertices())
                .isPositive();
    }

    @Test
    void nothingIsSerializedByKryo() {
        StreamExecutionEnvironment environment = everything();

        assertThat(environment.getConfiguration().get(PipelineOptions.GENERIC_TYPES))
                .isFalse();
        for (Transformation<?> operator : operators(environment)) {
            assertThat(operator.getOutputType()
                            .createSerializer(environment.getConfig().getSerializerConfig()))
                    .as(operator.getName())
                    .isNotNull();
        }
    }

    private static StreamExecutionEnvironment everything() {
        JobConfiguration job = JobConfiguration.replaying(SmallTelco.root(), List.of("unused"))
                .withInput(new InputOptions(List.of("file:///tmp/history.jsonl"), "", KAFKA))
                .withOutput(EVERYWHERE)
                .withChanges(ChangeOptions.in("/tmp/changes"));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2);
        new ProactiveCareJob(job, WorkspaceFiles.snapshot(job.workspace()), List.of(), 0).addWithOutputsTo(environment);
        return environment;
    }

    /** All that becomes an operator, from the job's ends to its sources. */
    private static Set<Transformation<?>> operators(StreamExecutionEnvironment environment) {
        Deque<Transformation<?>> open = new ArrayDeque<>(environment.getTransformations());
        Set<Transformation<?>> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Transformation<?> next = open.pop();
            if (seen.add(next)) {
                open.addAll(next.getInputs());
            }
        }
        seen.removeIf(one -> one instanceof PartitionTransformation
                || one instanceof SideOutputTransformation
                || one instanceof UnionTransformation);
        return seen;
    }

    private static String committed() throws IOException {
        try (var in = OperatorUidsTest.class.getResourceAsStream("/operator-uids.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
