package io.heed.jobs.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.Understanding;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.codec.RecordLimits;
import io.heed.events.state.CareEventCodec;
import io.heed.jobs.change.ChangeFolder;
import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.InputOptions;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.endtoend.WrittenMessages.Message;
import io.heed.jobs.flink.change.ChangeStreams;
import io.heed.jobs.flink.intake.EventFormat;
import io.heed.jobs.flink.intake.EventIntake;
import io.heed.jobs.flink.understanding.UnderstandingOptions;
import io.heed.jobs.flink.understanding.UnderstandingSteps;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.language.CustomerMessage;
import io.heed.language.LanguageOptions;
import io.heed.language.LanguageUnderstanding;
import io.heed.language.MessageReader;
import io.heed.language.Speaker;
import io.heed.language.redaction.HashingKey;
import io.heed.models.repository.Aliases;
import io.heed.models.repository.ModelDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Versions of the model that reads messages are exchanged: each message is read by the version of its time, bit for bit. */
class TextModelChangesTest {
    private static final String MODEL = "emotional-state";
    private static final int MESSAGES = 300;
    private static final int HEAVY = 2;
    private static final int LIGHT = 3;
    private static final String KEY = "a key for tests alone";
    private static final AtomicLong CLOCK = new AtomicLong();

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER = SmallCluster.start();

    @TempDir
    private static Path shared;

    private static CopiedWorkspace workspace;
    private static Path recording;
    private static Path changes;
    private static List<String> expected;

    @TempDir
    private Path folder;

    @BeforeEach
    void readEachMessageByItself() throws Exception {
        if (expected == null) {
            workspace = CopiedWorkspace.of(SmallTelco.root(), shared.resolve("workspace"));
            List<Message> messages = WrittenMessages.of(
                    Path.of(SmallTelco.root()).resolve("models/training/corpus/service-en-test.jsonl"), MESSAGES);
            recording = WrittenMessages.write(messages, shared.resolve("messages.jsonl"));
            changes = shared.resolve("changes");
            ChangeFolder log = new ChangeFolder(changes);
            NavigableMap<Long, Integer> reading = new TreeMap<>(Map.of(Long.MIN_VALUE, HEAVY));
            for (int number = 1; number <= 3; number++) {
                reading.put(switchedAt(number), number % 2 == 1 ? LIGHT : HEAVY);
                log.append(change(number));
            }
            expected = oracle(messages, reading);
        }
    }

    /** The third part, and so on, at the very time of two messages: they are read by the version that begins there. */
    private static long switchedAt(int number) {
        return WrittenMessages.FIRST_MILLIS + 2L * number * (MESSAGES / 8) * WrittenMessages.PAUSE_MILLIS;
    }

    private static String change(int number) {
        String deployment = workspace.deployment(MODEL, Aliases.champion(number % 2 == 1 ? LIGHT : HEAVY));
        return "{kind: model, name: " + MODEL + ", action: apply, version: " + number + ", at: "
                + Instant.ofEpochMilli(switchedAt(number)) + ", definition: \""
                + deployment.replace("\"", "\\\"").replace("\n", "\\n") + "\"}";
    }

    /** Without any job: each message redacted and read by the version that a table names for its time. */
    private static List<String> oracle(List<Message> messages, NavigableMap<Long, Integer> reading) {
        LanguageOptions options = new LanguageOptions(HashingKey.of(KEY), workspace.folder(), "en");
        LanguageUnderstanding redacting = LanguageUnderstanding.shared(options);
        Map<Integer, MessageReader> readers = new HashMap<>();
        List<String> lines = new ArrayList<>();
        for (Message message : messages) {
            Speaker speaker = message.speaker().equals("agent") ? Speaker.AGENT : Speaker.CUSTOMER;
            io.heed.language.Understanding understood =
                    redacting.redact(new CustomerMessage(message.text(), "chat-" + message.customer(), speaker, null));
            if (speaker == Speaker.CUSTOMER && !understood.withheld()) {
                understood = readers.computeIfAbsent(
                                reading.floorEntry(message.timeMillis()).getValue(),
                                version -> MessageReader.of(
                                        options,
                                        ModelDirectory.read(
                                                workspace.repository().folder(MODEL, version))))
                        .read(understood.redactedText(), Speaker.CUSTOMER, understood.language());
            }
            lines.add(String.join(
                    " ",
                    message.id(),
                    understood.emotionalState(),
                    understood.distress().isPresent()
                            ? Double.toHexString(understood.distress().getAsDouble())
                            : "NaN",
                    understood.reason().map(reason -> reason.name()).orElse("null"),
                    understood
                            .reason()
                            .map(reason -> Double.toHexString(reason.confidence()))
                            .orElse("NaN"),
                    understood.withheld() ? "null" : understood.redactedText()));
        }
        readers.values().forEach(MessageReader::close);
        Collections.sort(lines);
        return lines;
    }

    @Test
    void bothVersionsReadAndReadOtherwise() throws Exception {
        CopiedWorkspace unchanged = workspace;
        List<Message> messages = WrittenMessages.of(
                Path.of(SmallTelco.root()).resolve("models/training/corpus/service-en-test.jsonl"), MESSAGES);
        List<String> byOne = oracle(messages, new TreeMap<>(Map.of(Long.MIN_VALUE, HEAVY)));
        long other = expected.stream().filter(line -> !byOne.contains(line)).count();

        assertThat(unchanged.repository().versions(MODEL)).contains(HEAVY, LIGHT);
        assertThat(other).isBetween(MESSAGES / 4L, 3 * MESSAGES / 4L);
    }

    @ParameterizedTest
    @CsvSource({"1, 200, hashmap", "2, 7, rocksdb", "4, 50, hashmap"})
    void aReplayReadsEachMessageByTheVersionOfItsTime(int parallelism, int watermarkMillis, String backend)
            throws Exception {
        assertThat(replayed(Run.with(parallelism, watermarkMillis).on(backend))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, hashmap", "2, rocksdb", "4, hashmap"})
    void aCrashInMidStreamChangesNoBit(int parallelism, String backend) throws Exception {
        assertThat(replayed(Run.with(parallelism, 1).on(backend).crashingAfter(MESSAGES / 2)))
                .isEqualTo(expected);
        assertThat(Crash.count()).isEqualTo(1);
    }

    /** Messages of the future wait, redacted, in the state; the job crashes while they do, and changes come meanwhile. */
    @ParameterizedTest
    @CsvSource({"1, hashmap, 0", "2, rocksdb, 40", "4, hashmap, 120"})
    void changesThatAreMadeWhileMessagesFlowGiveTheSame(int parallelism, String backend, int crashAfter)
            throws Exception {
        Path log = folder.resolve("changes");
        CLOCK.set(WrittenMessages.FIRST_MILLIS - 1);
        Run run = Run.with(parallelism, 5).on(backend).crashingAfter(crashAfter);
        List<String> lines = new ArrayList<>();
        try (CloseableIterator<String> understood = understood(run, log, false)) {
            Thread maker = new Thread(() -> makeChanges(log), "makes-changes");
            maker.start();
            while (lines.size() < MESSAGES) {
                lines.add(understood.next());
            }
            maker.join();
        }
        Collections.sort(lines);

        assertThat(lines).isEqualTo(expected);
        assertThat(Crash.count()).isEqualTo(crashAfter > 0 ? 1 : 0);
    }

    /** The clock goes on by steps; a change is written before its time, as by everybody who makes one. */
    private static void makeChanges(Path log) {
        try {
            int next = 1;
            long end = WrittenMessages.FIRST_MILLIS + (long) MESSAGES * WrittenMessages.PAUSE_MILLIS * 2;
            while (CLOCK.get() < end) {
                long now = CLOCK.get() + MESSAGES / 30 * WrittenMessages.PAUSE_MILLIS;
                if (next <= 3 && switchedAt(next) <= now + 1_000) {
                    new ChangeFolder(log).append(change(next++));
                    Thread.sleep(300); // whoever looked before it was written has closed only the time before that look
                }
                CLOCK.set(now);
                Thread.sleep(150);
            }
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<String> replayed(Run run) throws Exception {
        List<String> lines = new ArrayList<>();
        try (CloseableIterator<String> understood = understood(run, changes, true)) {
            understood.forEachRemaining(lines::add);
        }
        Collections.sort(lines);
        return lines;
    }

    private CloseableIterator<String> understood(Run run, Path log, boolean finite) throws Exception {
        StreamExecutionEnvironment environment = run.environment(folder.resolve("checkpoints"));
        environment.getConfig().enableObjectReuse();
        WorkspaceSnapshot snapshot = WorkspaceFiles.snapshot(workspace.folder().toString());
        EventCatalogue catalogue = EventCatalogue.load(snapshot);
        TimeOptions time = TimeOptions.usual();
        InputOptions input = new InputOptions(List.of(recording.toString()), "", null);
        DataStream<CareEvent> messages = new EventIntake(
                        new EventFormat(
                                catalogue,
                                null,
                                RecordLimits.startingAt(
                                        Instant.parse("2026-11-01T00:00:00Z").toEpochMilli())),
                        input,
                        time)
                .addTo(environment)
                .customers();
        ChangeStreams changed =
                ChangeStreams.addTo(environment, ChangeOptions.in(log.toString()), snapshot, finite, () -> CLOCK.get());
        UnderstandingOptions options = new UnderstandingOptions(snapshot.location(), KEY, "en", true);
        DataStream<CareEvent> understood = new UnderstandingSteps(options, new CareEventCodec(catalogue))
                .addTo(messages, "understand", changed.accepted());
        if (run.crashAfter() > 0) {
            understood = understood
                    .map(Crash.<CareEvent>after(run.crashAfter()))
                    .returns(understood.getType())
                    .uid("crash");
        } else {
            Crash.after(0);
        }
        return understood.map(TextModelChangesTest::line).returns(Types.STRING).executeAndCollect("messages");
    }

    private static String line(CareEvent message) {
        return String.join(
                " ",
                message.id(),
                message.text(Understanding.EMOTION),
                hex(message.number(Understanding.DISTRESS)),
                String.valueOf(message.text(Understanding.REASON)),
                hex(message.number(Understanding.REASON_CONFIDENCE)),
                String.valueOf(message.text("text")));
    }

    private static String hex(double number) {
        return Double.isNaN(number) ? "NaN" : Double.toHexString(number);
    }
}
