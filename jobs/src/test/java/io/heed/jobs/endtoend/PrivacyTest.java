package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.jobs.brokeninput.Planted;
import io.heed.jobs.brokeninput.SeenLogs;
import io.heed.jobs.change.ChangeFolder;
import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.InputOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.KafkaInput;
import io.heed.jobs.configuration.OutputOptions;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.delivery.OutputKind;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.kafka.KafkaBroker;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Of the personal data that sources send, nothing gets into any output, state, log, metric or temporary file. */
class PrivacyTest {
    private static final String TOPIC = "care-events";
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String DEBUGGED = "a line for whoever debugs";
    private static final SeenMetrics METRICS = new SeenMetrics();
    /** By this clock changes are made, and messages beyond it wait for them. */
    private static final AtomicLong CLOCK = new AtomicLong();

    @TempDir
    private static Path shared;

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER = new MiniClusterExtension(PrivacyTest::cluster);

    private static PlantedRecording recording;
    private static String workspace;
    private static KafkaTelco kafka;

    private final TraceSearch planted = new TraceSearch();
    private final TraceSearch waiting = new TraceSearch();

    @TempDir
    private Path folder;

    private JobClient job;

    private static MiniClusterResourceConfiguration cluster() {
        Configuration configuration = new Configuration(notCompressed());
        configuration.set(CoreOptions.TMP_DIRS, temporary().toString());
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(200)); // carries the counts
        return SmallCluster.with(METRICS.reportedFrom(configuration));
    }

    /** RocksDB compresses its files, in which nothing would be found. */
    private static Configuration notCompressed() {
        Configuration configuration = new Configuration();
        configuration.setString("state.backend.rocksdb.compression.per.level", "NO_COMPRESSION");
        return configuration;
    }

    private static Path temporary() {
        return shared.resolve("temporary");
    }

    @BeforeAll
    static void fillTopic() throws Exception {
        Path copied = CopiedWorkspace.of(SmallTelco.root(), shared.resolve("workspace"))
                .folder();
        PlantedRecording.addEventTypes(copied);
        workspace = copied.toString();
        EventCatalogue catalogue = EventCatalogue.load(Workspace.local(copied));
        recording = PlantedRecording.of(SmallTelco.in(shared).lines(), catalogue);
        kafka = new KafkaTelco(KafkaBroker.start(Files.createDirectory(shared.resolve("broker"))));
        kafka.write(TOPIC, recording.lines());
    }

    @AfterEach
    void endTheJob() throws Exception {
        if (job != null && !job.getJobStatus().get().isTerminalState()) {
            job.cancel().get();
        }
    }

    @AfterAll
    static void stopBroker() {
        kafka.broker().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hashmap", "rocksdb"})
    void nothingOfAnyPersonIsLeftAnywhere(String backend) throws Exception {
        recording.people().forEach(person -> person.values().forEach(value -> planted.add(person.place(), value)));
        Planted.values().forEach(value -> planted.add("a broken record", value));
        waiting.add("the state", PlantedRecording.WAITING);
        CLOCK.set(recording.endMillis() - Duration.ofDays(1).toMillis());

        Path states = folder.resolve("states");
        List<String> logs;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream terminal = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try (SeenLogs seen = new SeenLogs()) {
            LoggerFactory.getLogger(PrivacyTest.class).debug(DEBUGGED);
            job = start(backend);
            until(() -> count("records") == recording.lines().size(), "all records are read");
            savepoint("waits-for-changes");
            CLOCK.set(recording.endMillis() + Duration.ofDays(1).toMillis());
            until(() -> clock() > recording.endMillis(), "time has come to the last messages");
            savepoint("waits-for-time");
            long checkpoints = checkpoints();
            until(() -> checkpoints() > checkpoints, "a checkpoint is there");

            assertThat(planted.in(states)).as("states while the job runs").isEmpty();
            assertThat(planted.in(temporary())).as("temporary files").isEmpty();
            assertThat(waiting.in(states.resolve("checkpoints")))
                    .as("checkpoints")
                    .isNotEmpty();
            job.stopWithSavepoint(false, states.resolve("stopped").toUri().toString(), SavepointFormatType.NATIVE)
                    .get();
            logs = seen.lines();
        } finally {
            System.setOut(terminal);
        }

        for (String state : List.of("waits-for-changes", "waits-for-time", "stopped")) {
            assertThat(waiting.in(states.resolve(state))).as(state).isNotEmpty();
        }
        assertThat(planted.in(folder)).as("states and outputs").isEmpty();
        assertThat(logs).anyMatch(line -> line.endsWith(DEBUGGED));
        assertThat(planted.in(String.join("\n", logs))).as("logs").isEmpty();
        assertThat(planted.in(printed.toString(StandardCharsets.UTF_8)))
                .as("terminal")
                .isEmpty();
        assertThat(METRICS.text(job.getJobID())).contains("pattern/", "messagesRead", "eventsWaiting");
        assertThat(planted.in(METRICS.text(job.getJobID()))).as("metrics").isEmpty();
        assertThat(planted.in(job.getAccumulators().get().toString()))
                .as("counts")
                .isEmpty();
        assertEveryOutputIsThere(new Outcome(folder.resolve("out"), Map.of()));
    }

    /** What is empty would hold nothing of anybody whatever the job does. */
    private static void assertEveryOutputIsThere(Outcome outcome) throws Exception {
        for (OutputKind kind : OutputKind.values()) {
            assertThat(outcome.lines(kind.topic())).as(kind.topic()).isNotEmpty();
        }
        for (OutputKind withText : Set.of(OutputKind.LATE, OutputKind.UNATTRIBUTED, OutputKind.DEAD_LETTERS)) {
            assertThat(String.join("\n", outcome.lines(withText.topic())))
                    .as(withText.topic())
                    .contains("[NAME:", "[PHONE:", "[EMAIL:", "[CARD:", "[IBAN:", "[ADDRESS:", "[IP:", "[ORDER:");
        }
    }

    private JobClient start(String backend) throws Exception {
        Path changes = TelcoChanges.write(folder.resolve("changes"));
        new ChangeFolder(changes).append("{kind: pattern, name: bill-spike, action: vanish}");
        KafkaInput input = new KafkaInput(kafka.broker().bootstrapServers(), List.of(TOPIC), "heed", false, Map.of());
        JobConfiguration configuration = JobConfiguration.replaying(workspace, List.of("unused"))
                .withInput(new InputOptions(List.of(), "", input))
                .withChanges(ChangeOptions.in(changes.toString()))
                .withOutput(new OutputOptions(folder.resolve("out").toString(), "", "care-", Map.of(), true));
        Run run = Run.with(2, 20).on(backend);
        StreamExecutionEnvironment environment =
                run.environment(folder.resolve("states").resolve("checkpoints"));
        Configuration further = notCompressed();
        further.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
        further.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ZERO);
        environment.configure(further);
        long started = Instant.parse("2026-11-01T00:00:00Z").toEpochMilli();
        new ProactiveCareJob(configuration, WorkspaceFiles.snapshot(workspace), List.of(), started, () -> CLOCK.get())
                .addWithOutputsTo(environment);
        return environment.executeAsync("privacy");
    }

    private void savepoint(String name) throws Exception {
        String target = folder.resolve("states").resolve(name).toUri().toString();
        job.triggerSavepoint(target, SavepointFormatType.CANONICAL).get();
    }

    private long count(String name) throws Exception {
        return (Long) job.getAccumulators().get().getOrDefault(name, 0L);
    }

    /** How far all customers' time has come. */
    private long clock() {
        return METRICS.least(job.getJobID(), "customers", "clock");
    }

    private long checkpoints() {
        return METRICS.least(job.getJobID(), "", "numberOfCompletedCheckpoints");
    }

    private static void until(Callable<Boolean> holds, String what) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
