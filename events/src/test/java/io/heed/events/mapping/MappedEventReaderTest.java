package io.heed.events.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.heed.events.CareEvent;
import io.heed.events.TestCatalogue;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.events.codec.RawRecord;
import io.heed.events.codec.Reading;
import io.heed.events.codec.RecordLimits;
import io.heed.events.yaml.InvalidDefinitionsException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MappedEventReaderTest {
    private static final EventCatalogue CATALOGUE = TestCatalogue.create();
    private static final RecordLimits LIMITS =
            RecordLimits.startingAt(Instant.parse("2026-12-01T00:00:00Z").toEpochMilli());
    private static final String CSV = """
            sources:
              bills:
                format: csv
                separator: ";"
                columns: [account, customer, when, total, days, paid, kind, run]
                id: [account, run]
                subject: customer
                time: when
                time-format: dd/MM/yyyy HH:mm
                time-zone: Europe/Madrid
                type: bill.issued
                fields: {amount: total}
            """;
    private static final String JSON = """
            sources:
              desk:
                format: json-lines
                id: ticket
                subject: customer
                time: at
                arrived: stored
                sequence: order
                type: {field: action, values: {open: call.started, close: call.ended}}
                fields: {conversation: ticket}
            """;

    @Test
    void aRowOfCsvBecomesAnEvent() {
        CareEvent bill = accepted(CSV, "a1;c1;01/03/2026 10:30;12.5;30;true;final;r7");

        assertThat(bill.type().name()).isEqualTo("bill.issued");
        assertThat(bill.id()).isEqualTo("a1/r7");
        assertThat(bill.source()).isEqualTo("bills");
        assertThat(bill.subject()).isEqualTo("c1");
        assertThat(Instant.ofEpochMilli(bill.timeMillis())).isEqualTo("2026-03-01T09:30:00Z");
        assertThat(bill.number("amount")).isEqualTo(12.5);
        assertThat(bill.value("days")).isEqualTo(30L);
        assertThat(bill.flag("paid")).isTrue();
        assertThat(bill.text("kind")).isEqualTo("final");
        assertThat(bill.sequence()).isEqualTo(7);
    }

    @Test
    void emptyCellsAreAbsentAndQuotesMayHoldTheSeparator() {
        CareEvent bill = accepted(CSV, "\"a;1\";;01/03/2026 10:30;0;;;;r7");

        assertThat(bill.text("account")).isEqualTo("a;1");
        assertThat(bill.subject()).isEmpty();
        assertThat(bill.value("days")).isNull();
        assertThat(bill.value("paid")).isNull();
        assertThat(bill.value("kind")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ;Ana;01/03/2026 10:30;1;;;;r7         | account is missing
            '  ;Ana;01/03/2026 10:30;1;;;;r7'     | account is missing
            a1;Ana;;1;;;;r7                       | when is missing
            a1;Ana;2026-03-01;1;;;;r7             | when is not a time of the form dd/MM/yyyy HH:mm
            a1;Ana;30/02/2026 10:30;1;;;;r7       | when is not a time of the form dd/MM/yyyy HH:mm
            a1;Ana;01/03/1970 10:30;1;;;;r7       | time is before 1990
            a1;Ana;01/03/2036 10:30;1;;;;r7       | time is in the future, and the record has no timestamp of its own
            a1;Ana;01/03/2026 10:30;;;;;r7        | total is missing
            a1;Ana;01/03/2026 10:30;Ana;;;;r7     | total is not a number
            a1;Ana;01/03/2026 10:30;1,5;;;;r7     | total is not a number
            a1;Ana;01/03/2026 10:30;1d;;;;r7      | total is not a number
            a1;Ana;01/03/2026 10:30;NaN;;;;r7     | total is not a number
            a1;Ana;01/03/2026 10:30;1e999;;;;r7   | total is not a finite number
            a1;Ana;01/03/2026 10:30;1;1.5;;;r7    | days is not a whole number
            a1;Ana;01/03/2026 10:30;1;;Ana;;r7    | paid is not true or false but text of 3 characters
            a1;Ana;01/03/2026 10:30;1;;;Ana;r7    | kind is not one of [regular, final] but text of 3 characters
            a1;Ana;01/03/2026 10:30;1;;;r7        | record does not have 8 columns: 7
            a1;Ana;01/03/2026 10:30;1;;;;r7;Ana   | record does not have 8 columns: 9
            "Ana                                  | record is not a row of CSV
            """)
    void aWrongRowOfCsvIsRefused(String row, String reason) {
        assertThat(refused(CSV, row)).isEqualTo(reason);
    }

    @Test
    void anEmptyRowTwoRowsAndBadUtf8AreRefused() {
        String row = "a1;c1;01/03/2026 10:30;12.5;30;true;final;r7";

        assertThat(refused(CSV, "")).isEqualTo("record is empty");
        assertThat(refused(CSV, row + "\n" + row)).isEqualTo("record is more than one row of CSV");
        byte[] bytes = row.getBytes(StandardCharsets.UTF_8);
        bytes[0] = (byte) 0xff;
        assertThat(reader(CSV).read(raw(bytes))).isEqualTo(new Reading.Refused("record is not valid UTF-8"));
        assertThat(refused(CSV, "x".repeat(600) + row)).isEqualTo("account is longer than 512 characters: 602");
    }

    @Test
    void aJsonLineBecomesAnEventOfItsKind() {
        CareEvent closed = accepted(JSON, """
                {"ticket": 17, "customer": "c1", "at": "2026-03-01T10:00:00Z", "stored": "2026-03-01T10:05:00Z", "order": 3, "action": "close"}""");

        assertThat(closed.type().name()).isEqualTo("call.ended");
        assertThat(closed.id()).isEqualTo("17");
        assertThat(closed.sequence()).isEqualTo(3);
        assertThat(closed.arrivedMillis() - closed.timeMillis()).isEqualTo(300_000);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            {"ticket": "t", "at": "2026-03-01T10:00:00Z", "stored": "2026-03-01T10:00:00Z", "order": 3, "action": "Ana"} | action is of a kind that is not mapped to an event type
            {"ticket": "t", "at": "2026-03-01T10:00:00Z", "stored": "2026-03-01T10:00:00Z", "order": 3} | action is missing
            {"ticket": null, "at": "2026-03-01T10:00:00Z", "stored": "2026-03-01T10:00:00Z", "order": 3, "action": "open"} | ticket is missing
            {"ticket": ["Ana"], "at": "2026-03-01T10:00:00Z", "stored": "2026-03-01T10:00:00Z", "order": 3, "action": "open"} | ticket is missing
            {"ticket": "t", "at": "Ana", "stored": "2026-03-01T10:00:00Z", "order": 3, "action": "open"} | at is not an ISO-8601 time but text of 3 characters
            {"ticket": "t", "at": "2026-03-01T10:00:00Z", "stored": "2126-03-01T10:00:00Z", "order": 3, "action": "open"} | recordedtime is after 2099
            {"ticket": "t", "at": "2026-03-09T10:00:00Z", "stored": "2026-03-01T10:00:00Z", "order": 3, "action": "open"} | time is more than max-ahead (24h) after its record
            {"ticket": "t", "at": "2026-03-01T10:00:00Z", "stored": "2026-03-01T10:00:00Z", "order": "Ana", "action": "open"} | order is not a whole number
            {"ticket": 7.5, "at": "2026-03-01T10:00:00Z", "stored": "2026-03-01T10:00:00Z", "order": 3, "action": "open"} | ticket is not text but a number with a fraction
            Ana | record is not valid JSON at column 4
            """)
    void aWrongJsonLineIsRefused(String line, String reason) {
        assertThat(refused(JSON, line)).isEqualTo(reason);
    }

    @Property(tries = 1_000)
    void noBytesMakeAReaderThrow(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(reader(CSV).read(raw(bytes))).isNotNull();
        assertThat(reader(JSON).read(raw(bytes))).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "yyyy-MM-dd,2026-03-01,2026-02-28T23:00:00Z",
        "yyyyMMddHHmmss,20260701103000,2026-07-01T08:30:00Z",
        "dd MMM yyyy hh:mm a,01 Mar 2026 03:30 PM,2026-03-01T14:30:00Z",
        "yyyy-MM-dd'T'HH:mmXXX,2026-03-01T10:00-05:00,2026-03-01T15:00:00Z",
        "uuuu-MM-dd HH:mm:ss.SSS,2026-03-01 10:00:00.250,2026-03-01T09:00:00.250Z",
        "yyyy-MM-dd HH:mm,2026-03-29 02:30,2026-03-29T01:30:00Z",
        "yyyy-MM-dd HH:mm,2026-10-25 02:30,2026-10-25T00:30:00Z"
    })
    void timesAreReadByFormatAndZone(String format, String text, Instant time) {
        String yaml = CSV.replace("dd/MM/yyyy HH:mm", "\"" + format + "\"");

        CareEvent bill = accepted(yaml, "a1;c1;" + text + ";12.5;30;true;final;r7");

        assertThat(Instant.ofEpochMilli(bill.timeMillis())).isEqualTo(time);
    }

    static Stream<Arguments> brokenMappings() {
        return Stream.of(
                broken(
                        CSV,
                        "format: csv",
                        "format: xml",
                        "test.yaml:3:13: format is not one of [json-lines, csv]: xml (legal: json-lines)"),
                broken(
                        CSV,
                        "    columns: [account, customer, when, total, days, paid, kind, run]\n",
                        "",
                        "test.yaml:2:3: columns of a CSV source are missing: bills (legal: columns: [customer, time, amount])"),
                broken(CSV, "\";\"", "\"||\"", "test.yaml:4:16: separator is not one character: || (legal: \";\")"),
                broken(
                        CSV,
                        "id: [account, run]",
                        "id: []",
                        "test.yaml:2:3: id names no field: bills (legal: id: eventId)"),
                broken(
                        CSV,
                        "id: [account, run]",
                        "skip-lines: 0",
                        "test.yaml:3:5: key is missing: id (legal: id: eventId)"),
                broken(
                        CSV,
                        "id: [account, run]",
                        "id: [account, bill]",
                        "test.yaml:6:19: id is not one of the columns [account, customer"),
                broken(
                        CSV,
                        "subject: customer",
                        "subject: costumer",
                        "test.yaml:7:14: subject is not one of the columns [account, customer"),
                broken(
                        CSV,
                        "amount: total",
                        "amount: sum",
                        "test.yaml:12:22: amount is not one of the columns [account, customer"),
                broken(
                        CSV,
                        "{amount: total}",
                        "{amout: total}",
                        "test.yaml:12:21: field is not declared by any type of this source: amout"),
                broken(
                        CSV,
                        "time: when",
                        "tyme: when",
                        "test.yaml:3:5: key is missing: time (legal: time: time)",
                        "test.yaml:8:5: unknown key: tyme (legal: [arrived, columns"),
                broken(
                        CSV,
                        "dd/MM/yyyy HH:mm",
                        "dd/MM/bbbb",
                        "test.yaml:9:18: time-format is not a pattern of a time: Unknown pattern letter: b"),
                broken(
                        CSV,
                        "dd/MM/yyyy HH:mm",
                        "HH:mm",
                        "test.yaml:9:18: time-format is not a pattern of a time: no full date: HH:mm"),
                broken(
                        CSV,
                        "dd/MM/yyyy HH:mm",
                        "dd/MM/yyyy hh:mm",
                        "test.yaml:9:18: time-format is not a pattern of a time: the hour lacks am or pm"),
                broken(
                        CSV,
                        "Europe/Madrid",
                        "Europe/Madird",
                        "test.yaml:10:16: time-zone is not an IANA zone: Europe/Madird (legal: Europe/Madrid)"),
                broken(
                        CSV,
                        "bill.issued",
                        "bill.isued",
                        "test.yaml:11:11: event type is not declared: bill.isued (legal: bill.issued)"),
                broken(CSV, "    type: bill.issued\n", "", "test.yaml:3:5: key is missing: type (legal: type: {field"),
                broken(
                        JSON,
                        "call.ended",
                        "call.end",
                        "test.yaml:9:63: event type is not declared: call.end (legal: call.ended)"),
                broken(
                        JSON,
                        "field: action",
                        "feld: action",
                        "test.yaml:9:11: key is missing: field (legal: field: type)",
                        "test.yaml:9:12: unknown key: feld (legal: [field, values])"),
                broken(
                        JSON,
                        "{open: call.started, close: call.ended}",
                        "open",
                        "test.yaml:9:35: values is not a mapping"),
                broken(
                        JSON,
                        "id: ticket",
                        "skip-lines: -1\n    id: ticket",
                        "test.yaml:2:3: skip-lines is negative: -1 (legal: 1)"));
    }

    @ParameterizedTest
    @MethodSource("brokenMappings")
    void aBrokenMappingIsRefusedAtThePlaceOfTheMistake(String yaml, List<String> problems) {
        List<String> found = problems(yaml);

        assertThat(found).hasSameSizeAs(problems);
        for (int i = 0; i < problems.size(); i++) {
            assertThat(found.get(i)).startsWith(problems.get(i));
        }
    }

    @Test
    void allMistakesOfAMappingAreReportedAtOnce() {
        String yaml = CSV.replace("format: csv", "format: xml")
                .replace("Europe/Madrid", "Mars")
                .replace("bill.issued", "bill.isued")
                .replace("subject: customer", "sub: customer");

        assertThat(problems(yaml)).hasSize(4);
    }

    @Test
    void aSourceDeclaredInTwoFilesIsRefused() {
        Workspace twice = folder -> List.of(new DefinitionFile("one.yaml", JSON), new DefinitionFile("two.yaml", JSON));

        assertThat(catchThrowableOfType(InvalidDefinitionsException.class, () -> SourceMappings.load(twice, CATALOGUE))
                        .problems())
                .containsExactly("two.yaml:2:3: source is declared twice: desk");
    }

    private static Arguments broken(String yaml, String good, String bad, String... problems) {
        assertThat(yaml).contains(good);
        return Arguments.of(yaml.replace(good, bad), List.of(problems));
    }

    private static CareEvent accepted(String yaml, String line) {
        Reading reading = reader(yaml).read(raw(line.getBytes(StandardCharsets.UTF_8)));
        assertThat(reading).isInstanceOf(Reading.Accepted.class);
        return ((Reading.Accepted) reading).event();
    }

    private static String refused(String yaml, String line) {
        Reading reading = reader(yaml).read(raw(line.getBytes(StandardCharsets.UTF_8)));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        assertThat(((Reading.Refused) reading).reason()).doesNotContain("Ana");
        return ((Reading.Refused) reading).reason();
    }

    private static RawRecord raw(byte[] bytes) {
        return new RawRecord("file", 7, RawRecord.NO_TIMESTAMP, bytes);
    }

    private static MappedEventReader reader(String yaml) {
        SourceMapping mapping = SourceMappings.load(workspace(yaml), CATALOGUE)
                .values()
                .iterator()
                .next();
        return new MappedEventReader(mapping, CATALOGUE, LIMITS);
    }

    private static List<String> problems(String yaml) {
        return catchThrowableOfType(
                        InvalidDefinitionsException.class, () -> SourceMappings.load(workspace(yaml), CATALOGUE))
                .problems();
    }

    private static Workspace workspace(String yaml) {
        return folder -> List.of(new DefinitionFile("test.yaml", yaml));
    }
}
