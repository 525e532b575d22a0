package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.change.Change;
import io.heed.events.change.ChangeAction;
import io.heed.events.change.ChangeRecord;
import io.heed.events.change.DefinitionKind;
import io.heed.events.change.OnChange;
import io.heed.jobs.change.ChangeTopic;
import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.InputOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.KafkaInput;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.kafka.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Changes made through a topic while events flow: in force at their time everywhere, and the same in a replay. */
class LiveChangesTest {
    private static final String EVENTS = "ticks";
    private static final String CHANGES = "changes";
    private static final int CUSTOMERS = 200;
    private static final Duration STREAM = Duration.ofSeconds(7);

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER = SmallCluster.start();

    @TempDir
    private Path folder;

    @Test
    void aChangeOfARunningJobHoldsFromItsTimeOnAndAReplayGivesTheSame() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(Files.createDirectory(folder.resolve("broker")))) {
            KafkaTelco kafka = new KafkaTelco(broker);
            broker.createTopics(KafkaTelco.PARTITIONS, EVENTS);
            broker.createTopics(1, CHANGES);
            ChangeTopic log = new ChangeTopic(broker.bootstrapServers(), CHANGES);

            JobClient running = start(job(broker, false).withOutput(kafka.outputs("live-")));
            long setAt = 0;
            long pausedAt = 0;
            int sent = 0;
            try (Ticks ticks = new Ticks(broker)) {
                long end = System.currentTimeMillis() + STREAM.toMillis();
                while (System.currentTimeMillis() < end) {
                    sent += ticks.send();
                    long left = end - System.currentTimeMillis();
                    if (setAt == 0 && left < 5_000) {
                        setAt = System.currentTimeMillis() + 1_000;
                        append(log, ChangeAction.SET, 2, setAt, Map.of("window", "400ms"));
                    } else if (pausedAt == 0 && left < 3_000) {
                        pausedAt = System.currentTimeMillis() + 1_000;
                        append(log, ChangeAction.PAUSE, 2, pausedAt, Map.of());
                    }
                }
            }
            log.close();
            List<String> live = settled(kafka, running, sent);
            running.cancel().get();

            Map<String, Long> again = Run.with(3, 7)
                    .counts(job(broker, true).withOutput(kafka.outputs("again-")), folder.resolve("again"));

            assertThat(again).containsEntry("handled", (long) sent);
            assertThat(kafka.committed("again-matches")).isEqualTo(live);
            assertThat(versions(live)).containsOnlyKeys("1 live", "2 live", "2 paused");
            assertThat(versions(live).get("1 live").last()).isLessThan(setAt);
            assertThat(versions(live).get("2 live").first()).isGreaterThanOrEqualTo(setAt);
            assertThat(versions(live).get("2 live").last()).isLessThan(pausedAt);
            assertThat(versions(live).get("2 paused").first()).isGreaterThanOrEqualTo(pausedAt);
        }
    }

    private JobClient start(JobConfiguration job) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(400));
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(2);
        new ProactiveCareJob(job, WorkspaceFiles.snapshot(job.workspace()), List.of(), System.currentTimeMillis())
                .addWithOutputsTo(environment);
        return environment.executeAsync();
    }

    private JobConfiguration job(KafkaBroker broker, boolean bounded) throws Exception {
        TimeOptions time = new TimeOptions(500, 60_000, 60_000, 5_000, Long.MIN_VALUE, TimeOptions.LAST_EVENT);
        KafkaInput input = new KafkaInput(broker.bootstrapServers(), List.of(EVENTS), "heed", bounded, Map.of());
        return JobConfiguration.replaying(workspace(), List.of("unused"))
                .withInput(new InputOptions(List.of(), "", input))
                .withTime(time)
                .withChanges(new ChangeOptions("", broker.bootstrapServers(), CHANGES));
    }

    private String workspace() throws Exception {
        Path workspace = folder.resolve("workspace");
        Files.createDirectories(workspace.resolve("events/definitions"));
        Files.createDirectories(workspace.resolve("patterns/definitions"));
        Files.writeString(workspace.resolve("events/definitions/ticks.yaml"), """
                event-types:
                  clock.ticked:
                    description: A clock ticks.
                    fields: {number: {type: number}}
                """);
        Files.writeString(workspace.resolve("patterns/definitions/ticks.yaml"), """
                patterns:
                  two-ticks:
                    description: A tick and soon another.
                    within: parameters.window
                    parameters:
                      window: {type: duration, default: 300ms, min: 100ms, max: 1s}
                    stages:
                      - tick: {event: clock.ticked}
                      - next: {followed-by: clock.ticked, where: next.number >= tick.number}
                    after-match: skip-past-last-event
                    on-change: finish
                """);
        return workspace.toString();
    }

    private static void append(
            ChangeTopic log, ChangeAction action, int version, long at, Map<String, String> parameters)
            throws Exception {
        log.append(ChangeRecord.write(new Change(
                1,
                at,
                DefinitionKind.PATTERN,
                action,
                "two-ticks",
                version,
                false,
                action == ChangeAction.SET ? OnChange.DROP : null,
                new TreeMap<>(parameters),
                "")));
    }

    /** The matches of the live job, once all that was sent has been handled and committed. */
    private static List<String> settled(KafkaTelco kafka, JobClient running, int sent) throws Exception {
        for (int i = 0; i < 120; i++) {
            Thread.sleep(500);
            Map<String, Object> counts = running.getAccumulators().get();
            if (counts.getOrDefault("handled", 0L).equals((long) sent)) {
                Thread.sleep(2_000); // more than a checkpoint
                return kafka.committed("live-matches");
            }
        }
        throw new AssertionError(
                "not all was handled: " + running.getAccumulators().get() + " of " + sent);
    }

    /** The times of all matches by version and mode. */
    private static Map<String, NavigableSet<Long>> versions(List<String> matches) {
        Map<String, NavigableSet<Long>> versions = new TreeMap<>();
        for (String match : matches) {
            String what = match.replaceAll(".*\"version\":(\\d+),\"mode\":\"(\\w+)\".*", "$1 $2");
            String time = match.replaceAll(".*\"time\":\"([^\"]*)\".*", "$1");
            versions.computeIfAbsent(what, key -> new TreeSet<>())
                    .add(Instant.parse(time).toEpochMilli());
        }
        return versions;
    }

    /** Every customer ticks about five times a second, at the present time. */
    private static final class Ticks implements AutoCloseable {
        private final KafkaProducer<String, byte[]> producer;
        private final List<Future<RecordMetadata>> sent = new ArrayList<>();
        private int number;

        Ticks(KafkaBroker broker) {
            producer = new KafkaProducer<>(
                    Map.of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 5),
                    new StringSerializer(),
                    new ByteArraySerializer());
        }

        int send() throws InterruptedException {
            int customers = CUSTOMERS / 10;
            for (int i = 0; i < customers; i++) {
                long now = System.currentTimeMillis();
                String customer = "C" + Math.floorMod(number * 7919, CUSTOMERS);
                String tick = "{\"specversion\":\"1.0\",\"id\":\"t" + number + "\",\"source\":\"clock\",\"type\":"
                        + "\"clock.ticked\",\"subject\":\"" + customer + "\",\"time\":\"" + Instant.ofEpochMilli(now)
                        + "\",\"data\":{\"number\":" + number + "}}";
                byte[] value = tick.getBytes(StandardCharsets.UTF_8);
                sent.add(producer.send(new ProducerRecord<>(EVENTS, null, now, customer, value)));
                number++;
            }
            Thread.sleep(20);
            return customers;
        }

        @Override
        public void close() throws Exception {
            producer.close();
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }
}
