package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.kafka.KafkaBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From Kafka comes what comes from a file, and into Kafka goes everything once. */
class KafkaDeterminismTest {
    private static final String TOPIC = "care-events";

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER = SmallCluster.start();

    @TempDir
    private static Path shared;

    private static KafkaTelco kafka;
    private static SmallTelco telco;
    private static Outcome expected;

    @TempDir
    private Path folder;

    @BeforeAll
    static void fillTopic() throws Exception {
        telco = SmallTelco.in(shared);
        kafka = new KafkaTelco(KafkaBroker.start(Files.createDirectory(shared.resolve("broker"))));
        kafka.write(TOPIC, telco.lines());
    }

    @AfterAll
    static void stopBroker() {
        kafka.broker().close();
    }

    @BeforeEach
    void readTheFileOnce() throws Exception {
        if (expected == null) {
            expected = Outcome.of(telco.fromFile(), Run.with(1, 200), shared.resolve("expected"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 50, rocksdb", "2, 1, hashmap", "4, 7, hashmap"})
    void kafkaGivesTheSameBytesAsAFile(int parallelism, int watermarkMillis, String backend) throws Exception {
        Run run = Run.with(parallelism, watermarkMillis).on(backend);
        assertSame(Outcome.of(kafka.reading(TOPIC, telco.fromFile()), run, folder));
    }

    @Test
    void historyAndThenKafkaWithCopiesOfItsEndGiveTheSameBytesAsOneFile() throws Exception {
        int half = telco.lines().size() / 2;
        int overlap = 200;
        Path history = folder.resolve("history.jsonl");
        Files.write(
                history,
                telco.lines().subList(0, half).stream()
                        .map(DisturbedRecording.Line::text)
                        .toList());
        kafka.write("rest", telco.lines().subList(half - overlap, telco.lines().size()));

        JobConfiguration job = kafka.reading("rest", List.of(history.toString()), telco.fromFile());
        Outcome outcome = Outcome.of(job, Run.with(2, 7), folder);

        assertSameResults(outcome.guaranteed("triggers"), outcome.guaranteed("decisions"));
        assertThat(outcome.count("records")).isEqualTo(telco.lines().size() + overlap);
        assertThat(outcome.accountedFor()).isEqualTo(outcome.count("records"));
    }

    @ParameterizedTest
    @CsvSource({"2, 7, hashmap", "3, 50, rocksdb"})
    void everyLineIsCommittedToKafkaOnceAcrossARestart(int parallelism, int watermarkMillis, String backend)
            throws Exception {
        String prefix = backend + "-";
        JobConfiguration job = kafka.reading(TOPIC, telco.fromFile()).withOutput(kafka.outputs(prefix));
        Run run = Run.with(parallelism, watermarkMillis).on(backend).crashingAfter(150);
        Map<String, Long> counts = run.counts(job, folder);

        List<String> triggers = kafka.committed(prefix + "triggers");
        assertThat(Crash.count()).isEqualTo(1);
        assertThat(new HashSet<>(triggers)).hasSameSizeAs(triggers);
        assertSameResults(guaranteed(triggers), guaranteed(kafka.committed(prefix + "decisions")));
        assertThat(new Outcome(folder, counts).accountedFor())
                .isEqualTo(telco.lines().size());
    }

    private static List<String> guaranteed(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.contains(DisturbedRecording.UNPUNCTUAL))
                .toList();
    }

    private static void assertSame(Outcome outcome) throws Exception {
        assertSameResults(outcome.guaranteed("triggers"), outcome.guaranteed("decisions"));
        assertThat(outcome.count("records")).isEqualTo(telco.lines().size());
        assertThat(outcome.accountedFor()).isEqualTo(outcome.count("records"));
    }

    private static void assertSameResults(List<String> triggers, List<String> decisions) throws Exception {
        assertThat(triggers).isNotEmpty().isEqualTo(expected.guaranteed("triggers"));
        assertThat(decisions).isNotEmpty().isEqualTo(expected.guaranteed("decisions"));
    }
}
