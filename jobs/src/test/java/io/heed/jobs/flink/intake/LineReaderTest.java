package io.heed.jobs.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.codec.DeadLetter;
import io.heed.events.codec.RecordLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineReaderTest {
    private static final EventCatalogue CATALOGUE =
            EventCatalogue.load(folder -> List.of(new DefinitionFile("events/definitions/calls.yaml", """
                    event-types:
                      call.started: {description: A call begins.}
                      usage.rated: {description: Rated usage., usual-delay: 6h}
                    """)));
    private static final int LONGEST = 200;
    private static final RecordLimits LIMITS = new RecordLimits(
            LONGEST,
            100,
            10,
            86_400_000,
            0,
            Instant.parse("2027-01-01T00:00:00Z").toEpochMilli());
    private static final EventFormat FORMAT = new EventFormat(CATALOGUE, null, LIMITS);

    @TempDir
    Path folder;

    @Test
    void everyLineIsOneArrivalWithItsPlace() throws IOException {
        List<Arrival> arrivals = read(call("a", "08:00") + "\n" + "no json\n" + call("b", "09:00") + "\n");

        assertThat(arrivals).hasSize(3);
        assertThat(event(arrivals.get(0)).id()).isEqualTo("a");
        assertThat(letter(arrivals.get(1)))
                .extracting(DeadLetter::source, DeadLetter::position, DeadLetter::record)
                .containsExactly("calls.jsonl", 2L, "no "); // what breaks the JSON is not shown
        assertThat(event(arrivals.get(2)).id()).isEqualTo("b");
    }

    @Test
    void linesMayEndInCarriageReturnsAndTheLastOneInNothing() throws IOException {
        assertThat(read(call("a", "08:00") + "\r\n" + call("b", "09:00")))
                .isEqualTo(read(call("a", "08:00") + "\n" + call("b", "09:00") + "\n"))
                .hasSize(2);
    }

    @Test
    void blankLinesAreNoRecordsButCountAsLines() throws IOException {
        List<Arrival> arrivals = read("\n\r\n" + call("a", "08:00") + "\n\nno json\n\n");

        assertThat(arrivals).hasSize(2);
        assertThat(letter(arrivals.get(1)).position()).isEqualTo(5);
    }

    @Test
    void aFileWithoutRecordsIsOver() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read("\n\n")).isEmpty();
    }

    @Test
    void aLineThatIsTooLongIsADeadLetterAndTheNextIsRead() throws IOException {
        List<Arrival> arrivals = read("x".repeat(100_000) + "\n" + call("a", "08:00") + "\n");

        assertThat(letter(arrivals.get(0)).length()).isEqualTo(LONGEST + 1);
        assertThat(event(arrivals.get(1)).id()).isEqualTo("a");
    }

    @Test
    void aLineAsLongAsARecordMayBeIsRead() throws IOException {
        String line = call("a", "08:00");
        String longest = line + " ".repeat(LONGEST - line.length());

        assertThat(event(read(longest + "\r\n").get(0)).id()).isEqualTo("a");
        assertThat(read(longest + " \n").get(0).event()).isNull();
    }

    @Test
    void anEventOfASlowTypeArrivesAtTheNewestPromptTimeSoFar() throws IOException {
        List<Arrival> arrivals = read(String.join(
                "\n",
                usage("first", "03:00"),
                call("a", "08:00"),
                usage("u", "04:00"),
                usage("v", "09:00"),
                usage("w", "05:00")));

        assertThat(arrivals)
                .extracting(arrival -> event(arrival).arrivedMillis())
                .containsExactly(at("03:00"), at("08:00"), at("08:00"), at("09:00"), at("08:00"));
    }

    @Test
    void aTimeOfArrivalThatTheRecordNamesStands() throws IOException {
        String recorded = usage("u", "04:00").replace("\"data\"", "\"recordedtime\":\"2026-03-01T06:30:00Z\",\"data\"");

        List<Arrival> arrivals = read(call("a", "08:00") + "\n" + recorded);

        assertThat(event(arrivals.get(1)).arrivedMillis()).isEqualTo(at("06:30"));
    }

    @Test
    void readingOnAfterACheckpointGivesWhatIsLeftWithTheSameTimesOfArrival() throws IOException {
        String text = String.join(
                "\n", call("a", "08:00"), "", "no json", usage("u", "04:00"), call("b", "08:30"), usage("v", "05:00"));
        List<Arrival> whole = read(text);

        for (int done = 0; done <= whole.size() + 1; done++) {
            LineReader reader = reader(text);
            reader.skip(done);

            assertThat(all(reader)).isEqualTo(whole.subList(Math.min(done, whole.size()), whole.size()));
        }
    }

    @Test
    void theCheckpointOfEveryRecordLeadsToTheNextAcrossBatches() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 600; i++) {
            text.append(call("c" + i, "08:00")).append('\n');
        }
        Path file = Files.writeString(folder.resolve("calls.jsonl"), text);
        LineReader reader = reader(text.toString());
        int number = 0;

        for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
            for (var record = batch.next(); record != null; record = batch.next()) {
                assertThat(record.getRecordSkipCount()).isEqualTo(++number);
            }
        }

        assertThat(number).isEqualTo(600);
        assertThat(all(restored(file, 257)))
                .extracting(arrival -> event(arrival).id())
                .startsWith("c257")
                .hasSize(343);
    }

    @Test
    void aFileWhoseNameEndsInGzIsUnpacked() throws IOException {
        Path file = folder.resolve("calls.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((call("a", "08:00") + "\n" + call("b", "09:00") + "\n").getBytes(StandardCharsets.UTF_8));
        }

        assertThat(all(restored(file, 1)))
                .extracting(arrival -> event(arrival).id())
                .containsExactly("b");
    }

    private static BulkFormat.Reader<Arrival> restored(Path file, long recordsDone) throws IOException {
        FileSourceSplit split = new FileSourceSplit(
                "split",
                new org.apache.flink.core.fs.Path(file.toUri()),
                0,
                Files.size(file),
                0,
                Files.size(file),
                new String[0],
                new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, recordsDone));
        return new LineFormat(FORMAT).restoreReader(new Configuration(), split);
    }

    private static LineReader reader(String text) throws IOException {
        return new LineReader("calls.jsonl", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), FORMAT);
    }

    private static List<Arrival> read(String text) throws IOException {
        return all(reader(text));
    }

    private static List<Arrival> all(BulkFormat.Reader<Arrival> reader) throws IOException {
        List<Arrival> arrivals = new ArrayList<>();
        try (reader) {
            for (var batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
                for (var record = batch.next(); record != null; record = batch.next()) {
                    arrivals.add(record.getRecord());
                }
            }
        }
        return arrivals;
    }

    private static CareEvent event(Arrival arrival) {
        return Objects.requireNonNull(arrival.event());
    }

    private static DeadLetter letter(Arrival arrival) {
        return Objects.requireNonNull(arrival.deadLetter());
    }

    private static String call(String id, String time) {
        return line(id, "call.started", time);
    }

    private static String usage(String id, String time) {
        return line(id, "usage.rated", time);
    }

    private static String line(String id, String type, String time) {
        return "{\"specversion\":\"1.0\",\"id\":\"" + id + "\",\"source\":\"test\",\"type\":\"" + type
                + "\",\"subject\":\"C1\",\"time\":\"2026-03-01T" + time + ":00Z\",\"data\":{}}";
    }

    private static long at(String time) {
        return Instant.parse("2026-03-01T" + time + ":00Z").toEpochMilli();
    }
}
