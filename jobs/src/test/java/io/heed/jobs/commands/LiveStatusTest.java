package io.heed.jobs.commands;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.InputOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.KafkaInput;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.RunningJob;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.kafka.KafkaBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands say of a job that runs, by its REST interface. */
class LiveStatusTest {
    private static final String TOPIC = "care-events";
    private static final int CUSTOMERS = 20;
    private static final int FLOOD = 20_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path home;

    @Test
    void theStatusOfARunningJobShowsWhatItHasDone() throws Exception {
        SmallWorkspace workspace = new SmallWorkspace(home);
        Path state = home.resolve("state");
        try (KafkaBroker broker = KafkaBroker.start(Files.createDirectory(home.resolve("broker")))) {
            broker.createTopics(1, TOPIC);
            RunningJob job = new EmbeddedFlink(1).start(job(broker), state, Duration.ofSeconds(1));
            try {
                send(broker, workspace.recording(CUSTOMERS));
                String matches = awaitMatches(state);

                assertThat(matches).containsPattern("unresolved-chat-then-call +1 +live +" + CUSTOMERS);
                assertThat(status("features", state)).contains("chats_24h");
                assertThat(status("models", state)).contains("0 changes in the log");
            } finally {
                job.stop();
            }
        }
        assertThat(CommandRun.of(
                                home,
                                "patterns",
                                "status",
                                "--state",
                                state.resolve("none").toString())
                        .err())
                .contains("no job runs with this state folder");
    }

    @Test
    void messagesThatComeFasterThanTheyAreReadAreSaidToBeTheBottleneck() throws Exception {
        SmallWorkspace workspace = new SmallWorkspace(home);
        workspace.write("events/definitions/messages.yaml", """
                event-types:
                  chat.message:
                    description: A message.
                    understand: {text: text}
                    fields:
                      text: {type: text, personal: redact}
                """);
        ShippedTextModel.copyTo(home, 1);
        Path state = home.resolve("state");
        try (KafkaBroker broker = KafkaBroker.start(Files.createDirectory(home.resolve("broker")))) {
            broker.createTopics(1, TOPIC);
            RunningJob job = new EmbeddedFlink(1).start(job(broker), state, Duration.ofSeconds(1));
            try {
                send(broker, messages());
                String said = "";
                long end = System.nanoTime() + PATIENCE.toNanos();
                while (System.nanoTime() < end && !said.contains("bottleneck")) {
                    Thread.sleep(1_000);
                    said = status("models", state);
                }

                assertThat(said)
                        .containsPattern("Understanding messages is the bottleneck: busy (9\\d|100) % of the time at"
                                + " [0-9.]+ ms a message, \\d+ s behind the wall clock.");
            } finally {
                job.stop();
            }
        }
    }

    /** More than can be read while the test waits. */
    private Path messages() throws Exception {
        StringBuilder lines = new StringBuilder();
        String words = " i have been waiting for two weeks and nobody has called me back, what is going on".repeat(3);
        for (int i = 0; i < FLOOD; i++) {
            lines.append("{\"specversion\":\"1.0\",\"id\":\"m")
                    .append(i)
                    .append("\",\"source\":\"chats\",\"type\":\"chat.message\",\"subject\":\"C")
                    .append(i % CUSTOMERS)
                    .append("\",\"time\":\"2026-03-01T08:00:00Z\",\"data\":{\"text\":\"")
                    .append(i)
                    .append(words)
                    .append("\"}}\n");
        }
        return Files.writeString(home.resolve("messages.jsonl"), lines);
    }

    private ProactiveCareJob job(KafkaBroker broker) {
        KafkaInput input = new KafkaInput(broker.bootstrapServers(), List.of(TOPIC), "heed", false, Map.of());
        JobConfiguration configuration = JobConfiguration.replaying(home.toString(), List.of("unused"))
                .withInput(new InputOptions(List.of(), "", input))
                .withChanges(ChangeOptions.in(home.resolve("changes").toString()));
        return new ProactiveCareJob(
                configuration, WorkspaceFiles.snapshot(home.toString()), List.of(), System.currentTimeMillis());
    }

    private static void send(KafkaBroker broker, Path recording) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            Future<RecordMetadata> sent = CompletableFuture.completedFuture(null);
            for (String line : Files.readAllLines(recording)) {
                sent = producer.send(new ProducerRecord<>(TOPIC, line.getBytes(StandardCharsets.UTF_8)));
            }
            sent.get();
        }
    }

    /** Counts come with heartbeats, so what was handled is shown a little later. */
    private String awaitMatches(Path state) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String shown = "";
        while (System.nanoTime() < end && !shown.matches("(?s).*live +" + CUSTOMERS + " .*")) {
            Thread.sleep(500);
            shown = CommandRun.of(home, "patterns", "status", "--state", state.toString())
                    .out();
        }
        return shown;
    }

    private String status(String command, Path state) {
        CommandRun run = CommandRun.of(home, command, "status", "--state", state.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out();
    }
}
