package io.heed.jobs.brokeninput;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.codec.DeadLetter;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.delivery.OutputKind;
import io.heed.jobs.flink.delivery.OutputLine;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file with every kind of broken record between good ones, through the whole job. */
class BrokenRecordsTest {
    private static final String WORKSPACE = "..";
    private static final long NOW = Instant.parse("2026-03-03T00:00:00Z").toEpochMilli();
    private static final List<BrokenRecord> BROKEN = BrokenRecords.all();
    private static final List<CareResult> RESULTS = new ArrayList<>();

    private static JobTotals totals = new JobTotals(Map.of());
    private static List<String> logs = List.of();

    @BeforeAll
    static void runTheJob(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("events.jsonl");
        Files.write(file, recording());
        JobConfiguration configuration = JobConfiguration.replaying(WORKSPACE, List.of(file.toString()));
        ProactiveCareJob job = new ProactiveCareJob(configuration, WorkspaceFiles.snapshot(WORKSPACE), List.of(), NOW);
        try (SeenLogs seen = new SeenLogs()) {
            totals = new EmbeddedFlink(1).replay(job, RESULTS::add, counts -> {});
            logs = seen.lines();
        }
    }

    @Test
    void thereAreAtLeastFiftyKinds() {
        assertThat(BROKEN.stream().map(BrokenRecord::kind).distinct()).hasSizeGreaterThan(50);
    }

    @Test
    void everyBrokenRecordBecomesADeadLetterWithItsPlaceAndReason() {
        Map<Long, DeadLetter> letters = RESULTS.stream()
                .filter(CareResult.Unreadable.class::isInstance)
                .map(result -> ((CareResult.Unreadable) result).letter())
                .collect(toMap(DeadLetter::position, Function.identity()));

        assertThat(letters).hasSameSizeAs(BROKEN);
        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < BROKEN.size(); i++) {
            BrokenRecord broken = BROKEN.get(i);
            DeadLetter letter = letters.get(lineOf(i));
            softly.assertThat(letter).as(broken.kind()).isNotNull();
            if (letter != null) {
                softly.assertThat(letter.reason()).as(broken.kind()).startsWith(broken.reason());
                softly.assertThat(letter.source()).as(broken.kind()).endsWith("events.jsonl");
                softly.assertThat(letter.sha256()).as(broken.kind()).hasSize(64);
            }
        }
        softly.assertAll();
    }

    @Test
    void noGoodEventIsLostAndTheCountsAddUp() {
        long good = (long) BROKEN.size() + BrokenRecords.whole().size();

        assertThat(totals.counts())
                .containsEntry("records", good + BROKEN.size() + 2)
                .containsEntry("deadLetters", (long) BROKEN.size())
                .containsEntry("handled", good)
                .containsEntry("unattributed", 1L)
                .containsEntry("duplicate", 1L);
    }

    @Test
    void theGoodEventsRaiseWhatTheyWouldByThemselves() {
        List<String> raised = RESULTS.stream()
                .filter(CareResult.Triggered.class::isInstance)
                .map(result -> ((CareResult.Triggered) result).trigger())
                .map(trigger -> trigger.play() + " " + trigger.step())
                .toList();

        assertThat(raised).containsExactly("apologise-for-drops RAISED");
    }

    @Test
    void noPersonalValueGetsIntoAnyOutput() {
        SoftAssertions softly = new SoftAssertions();
        for (CareResult result : RESULTS) {
            for (OutputKind kind : OutputKind.values()) {
                OutputLine line = kind.line(result);
                if (line != null) {
                    softly.assertThat(Planted.in(line.json()))
                            .as("%s: %s", kind, line.json())
                            .isEmpty();
                }
            }
        }
        softly.assertAll();
    }

    @Test
    void noPersonalValueGetsIntoAnyLog() {
        assertThat(logs)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Planted.in(line)).isEmpty());
    }

    /** Line by line a good event and a broken record, then the whole records, one without a customer, and one twice. */
    private static byte[] recording() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < BROKEN.size(); i++) {
            line(good(i), bytes);
            bytes.write(BROKEN.get(i).line());
            bytes.write('\n');
        }
        for (String whole : BrokenRecords.whole()) {
            line(whole, bytes);
        }
        String message = BrokenRecords.whole().get(0);
        line(message.replace("\"subject\":\"C000101\",", ""), bytes);
        line(message, bytes);
        return bytes.toByteArray();
    }

    private static void line(String text, ByteArrayOutputStream bytes) throws IOException {
        bytes.write(text.getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
    }

    private static long lineOf(int broken) {
        return 2L * broken + 2;
    }

    /** Two dropped calls, then visits to the account page: one trigger. */
    private static String good(int index) {
        String type = index < 2 ? "call.dropped" : "web.visited";
        String data = index < 2 ? "{\"line\":\"L101\"}" : "{\"page\":\"account\",\"dwell\":60}";
        return """
                {"specversion":"1.0","id":"good-%d","source":"test","type":"%s","subject":"C000102",\
                "time":"2026-03-02T%02d:%02d:00Z","data":%s}""".formatted(index, type, 8 + index / 60, index % 60, data);
    }
}
