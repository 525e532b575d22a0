package io.heed.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.TestCatalogue;
import io.heed.events.catalogue.EventCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BrokenRecordsTest {
    /** Planted into every broken value; no reason may hold it. */
    private static final String PERSONAL = "Ana-Ruiz-600123456";

    private static final long NOW = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();
    private static final EventCatalogue CATALOGUE = TestCatalogue.create();
    private static final CloudEventReader READER = new CloudEventReader(
            CATALOGUE, new RecordLimits(20_000, 1_000, 5, 86_400_000, 631_152_000_000L, NOW + 86_400_000));

    static Stream<Arguments> brokenRecords() {
        String good = record(data(""));
        return Stream.of(
                broken(good.substring(0, good.length() - 9), "record is not valid JSON at column"),
                broken("", "record is empty"),
                broken(" ", "record is empty"),
                broken("\"" + PERSONAL + "\"", "record is not a JSON object"),
                broken("[" + good + "]", "record is not a JSON object"),
                broken("null", "record is not a JSON object"),
                broken(good + " {\"name\":\"" + PERSONAL + "\"}", "record goes on after its object at column"),
                broken(
                        good.replaceFirst("\\{", "{\"" + PERSONAL + "\":1,\"" + PERSONAL + "\":2,"),
                        "record has a key twice at column"),
                broken(good.replaceFirst("\\{", "{'name':'" + PERSONAL + "',"), "record is not valid JSON at column"),
                broken(good.replaceFirst("\\{", "{/* " + PERSONAL + " */"), "record is not valid JSON at column"),
                broken(record(data(",\"paid\":" + PERSONAL)), "record is not valid JSON at column"),
                broken(good.replace("\"amount\":12.5", "\"amount\":NaN"), "record is not valid JSON at column"),
                broken(good.replace("\"amount\":12.5", "\"amount\":-Infinity"), "record is not valid JSON at column"),
                broken(good.replace("\"amount\":12.5", "\"amount\":1e999"), "data.amount is not a finite number"),
                broken(good.replace("12.5", "7".repeat(200)), "number longer than 100 digits"),
                broken(record(data(",\"x\":" + "[".repeat(50) + "]".repeat(50))), "nested deeper than 20 levels"),
                broken(
                        record(data(",\"x\":\"" + PERSONAL.repeat(2_000) + "\"")),
                        "record is larger than 20000 bytes: 36"),
                broken(good.replace("\"1.0\"", "\"0.3\""), "specversion is not 1.0"),
                broken(good.replace("\"1.0\"", "1.0"), "specversion is not text but a number with a fraction"),
                broken(good.replace("\"specversion\":\"1.0\",", ""), "specversion is missing"),
                broken(good.replace("bill.issued", "bill.isued"), "type is not declared (legal: bill.issued)"),
                broken(good.replace("bill.issued", PERSONAL), "type is not declared (legal: "),
                broken(good.replace("\"b1\"", "null"), "id is missing"),
                broken(good.replace("\"b1\"", "\" \""), "id is blank"),
                broken(good.replace("\"b1\"", "{\"name\":\"" + PERSONAL + "\"}"), "id is not text but an object"),
                broken(
                        good.replace("\"b1\"", "\"" + PERSONAL.repeat(40) + "\""),
                        "id is longer than 512 characters: 720"),
                broken(good.replace("\"billing\"", "\"\""), "source is blank"),
                broken(good.replace("\"billing\"", "7"), "source is not text but a whole number"),
                broken(good.replace("\"c1\"", "[\"" + PERSONAL + "\"]"), "subject is not text but a list of 1"),
                broken(good.replace("\"c1\"", "\"\""), "subject is blank"),
                broken(time("1970-01-01T00:00:00Z"), "time is before 1990"),
                broken(time("+99999-01-01T00:00:00Z"), "time is not within the years 1 to 9999"),
                broken(time("-0044-03-15T00:00:00Z"), "time is not within the years 1 to 9999"),
                broken(time("+999999999-12-31T00:00:00Z"), "time is not"),
                broken(time("2026-03-01"), "time is not an ISO-8601 time but text of 10 characters"),
                broken(time(PERSONAL), "time is not an ISO-8601 time but text of 18 characters"),
                broken(time("2026-02-30T00:00:00Z"), "time is not an ISO-8601 time"),
                broken(
                        good.replace("\"2026-03-01T10:00:00Z\"", "1772359200000"),
                        "time is not an ISO-8601 time but a whole number"),
                broken(good.replace("\"time\":\"2026-03-01T10:00:00Z\",", ""), "time is missing"),
                broken(time("2026-03-31T10:00:00Z"), "time is in the future, and the record has no timestamp"),
                broken(
                        recorded("2026-03-31T10:00:00Z", "2026-03-01T10:00:00Z"),
                        "time is more than max-ahead (24h) after its record"),
                broken(recorded("2101-01-01T00:00:00Z", "2101-01-01T00:00:00Z"), "recordedtime is after 2099"),
                broken(recorded("2026-03-01T10:00:00Z", PERSONAL), "recordedtime is not an ISO-8601 time"),
                broken(
                        good.replace("\"data\"", "\"sequence\":\"" + PERSONAL + "\",\"data\""),
                        "sequence is not a whole number but text of 18 characters"),
                broken(
                        good.replace("\"data\"", "\"sequence\":1.5,\"data\""),
                        "sequence is not a whole number but a number with a fraction"),
                broken(record("[\"" + PERSONAL + "\"]"), "data is not an object but a list of 1"),
                broken(record("\"" + PERSONAL + "\""), "data is not an object but text of 18 characters"),
                broken(record("null"), "data.account is missing"),
                broken(record("{}"), "data.account is missing"),
                broken(record("{\"account\":\"" + PERSONAL + "\"}"), "data.amount is missing"),
                broken(
                        good.replace("12.5", "\"" + PERSONAL + "\""),
                        "data.amount is not a number but text of 18 characters"),
                broken(good.replace("12.5", "\"12.5\""), "data.amount is not a number but text of 4 characters"),
                broken(good.replace("\"a1\"", "600123456"), "data.account is not text but a whole number"),
                broken(
                        record(data(",\"phone\":\"" + PERSONAL.repeat(60) + "\"")),
                        "data.phone is longer than 1000 characters: 1080"),
                broken(
                        record(data(",\"kind\":\"" + PERSONAL + "\"")),
                        "data.kind is not one of [regular, final] but text of 18 characters"),
                broken(record(data(",\"days\":1.5")), "data.days is not a whole number but a number with a fraction"),
                broken(record(data(",\"days\":12345678901234567890")), "data.days is not a whole number of 64 bits"),
                broken(
                        record(data(",\"days\":\"" + PERSONAL + "\"")),
                        "data.days is not a whole number but text of 18 characters"),
                broken(record(data(",\"paid\":\"true\"")), "data.paid is not true or false but text of 4 characters"),
                broken(record(data(",\"paid\":1")), "data.paid is not true or false but a whole number"),
                broken(
                        record(data(",\"dueOn\":\"" + PERSONAL + "\"")),
                        "data.dueOn is not an ISO-8601 time but text of 18 characters"),
                broken(record(data(",\"dueOn\":true")), "data.dueOn is not an ISO-8601 time but a flag"),
                broken(
                        record(data(",\"dueOn\":\"+12026-01-01T00:00:00Z\"")),
                        "data.dueOn is not within the years 1 to 9999"),
                broken(
                        record(data(",\"items\":{\"name\":\"" + PERSONAL + "\"}")),
                        "data.items is not a list but an object"),
                broken(
                        record(data(",\"items\":[\"" + PERSONAL + "\"]")),
                        "data.items[0] is not an object but text of 18 characters"),
                broken(
                        record(data(",\"items\":[{},{\"amount\":\"" + PERSONAL + "\"}]")),
                        "data.items[1].amount is not a number but text of 18 characters"),
                broken(record(data(",\"items\":[{},{},{},{},{},{}]")), "data.items has more than 5 items: 6"));
    }

    @ParameterizedTest
    @MethodSource("brokenRecords")
    void aBrokenRecordIsRefusedWithAReasonThatHoldsNoValueOfIt(String record, String reason) {
        String given = refusal(record.getBytes(StandardCharsets.UTF_8));

        assertThat(given).contains(reason);
        assertThat(given).doesNotContain("Ana").doesNotContain("Ruiz").doesNotContain("600123456");
    }

    @Test
    void theGoodRecordThatTheBrokenOnesAreMadeFromIsAccepted() {
        assertThat(READER.read(raw(record(data("")).getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Reading.Accepted.class);
    }

    @Test
    void badUtf8IsRefused() {
        byte[] bytes = record(data("")).getBytes(StandardCharsets.UTF_8);
        bytes[20] = (byte) 0xc3;

        assertThat(refusal(bytes)).isEqualTo("record is not valid UTF-8");
    }

    @Test
    void aRecordedTimeFarAfterTheLogsOwnTimestampIsRefused() {
        byte[] bytes = recorded("2026-03-01T10:00:00Z", "2027-03-01T10:00:00Z").getBytes(StandardCharsets.UTF_8);

        assertThat(((Reading.Refused) READER.read(new RawRecord("topic-0", 1, NOW, bytes))).reason())
                .isEqualTo("recordedtime is more than max-ahead (24h) after its record");
    }

    @Test
    void attributesThatAreNullCountAsAbsent() {
        String record = record(data(""))
                .replace("\"c1\"", "null")
                .replace("\"data\"", "\"recordedtime\":null,\"sequence\":null,\"data\"");

        Reading.Accepted accepted = (Reading.Accepted) READER.read(raw(record.getBytes(StandardCharsets.UTF_8)));

        assertThat(accepted.event().subject()).isEmpty();
        assertThat(accepted.event().arrivedMillis()).isEqualTo(RawRecord.NO_TIMESTAMP);
        assertThat(accepted.event().sequence()).isEqualTo(7);
    }

    @Test
    void fieldsThatTheCatalogueDoesNotKnowAreCountedAndLeftOut() {
        Reading.Accepted accepted = (Reading.Accepted)
                READER.read(raw(record(data(",\"new1\":1,\"new2\":[2]")).getBytes(StandardCharsets.UTF_8)));

        assertThat(accepted.ignoredFields()).isEqualTo(2);
    }

    @Test
    void timesMayNameAnOffset() {
        Reading.Accepted accepted = (Reading.Accepted)
                READER.read(raw(time("2026-03-01T11:00:00+01:00").getBytes(StandardCharsets.UTF_8)));

        assertThat(accepted.event().timeMillis())
                .isEqualTo(Instant.parse("2026-03-01T10:00:00Z").toEpochMilli());
    }

    @Property(tries = 2_000)
    void noBytesMakeTheReaderThrow(@ForAll @Size(max = 300) byte[] bytes) {
        assertThat(READER.read(raw(bytes))).isNotNull();
    }

    @Property(tries = 2_000)
    void noChangedByteMakesTheReaderThrowOrQuoteTheRecord(@ForAll int place, @ForAll byte value) {
        byte[] bytes = record(
                        data(",\"phone\":\"" + PERSONAL + "\",\"days\":3,\"items\":[{\"kind\":\"" + PERSONAL + "\"}]"))
                .getBytes(StandardCharsets.UTF_8);
        bytes[Math.floorMod(place, bytes.length)] = value;

        if (READER.read(raw(bytes)) instanceof Reading.Refused refused) {
            assertThat(refused.reason()).isNotBlank().doesNotContain("Ana").doesNotContain("600123");
        }
    }

    private static String refusal(byte[] bytes) {
        Reading reading = READER.read(raw(bytes));
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).reason();
    }

    private static RawRecord raw(byte[] bytes) {
        return new RawRecord("file.jsonl", 7, RawRecord.NO_TIMESTAMP, bytes);
    }

    private static Arguments broken(String record, String reason) {
        return Arguments.of(record, reason);
    }

    private static String time(String time) {
        return record(data("")).replace("2026-03-01T10:00:00Z", time);
    }

    private static String recorded(String time, String recorded) {
        return time(time).replace("\"data\"", "\"recordedtime\":\"" + recorded + "\",\"data\"");
    }

    private static String data(String more) {
        return "{\"account\":\"a1\",\"amount\":12.5" + more + "}";
    }

    private static String record(String data) {
        return "{\"specversion\":\"1.0\",\"id\":\"b1\",\"source\":\"billing\",\"type\":\"bill.issued\",\"subject\":\"c1\","
                + "\"time\":\"2026-03-01T10:00:00Z\",\"data\":" + data + "}";
    }
}
