package io.heed.events.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.heed.events.CareEvent;
import io.heed.events.RandomCatalogue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CloudEventRoundTripTest {
    private static final RecordLimits LIMITS =
            RecordLimits.startingAt(Instant.parse("2026-06-01T00:00:00Z").toEpochMilli());

    @Property(tries = 200)
    void whatIsWrittenIsReadBackAsItWas(@ForAll long seed) {
        RandomCatalogue random = new RandomCatalogue(seed);
        CloudEventReader reader = new CloudEventReader(random.catalogue(), LIMITS);
        for (int i = 0; i < 20; i++) {
            CareEvent event = random.event();

            String line = CloudEventWriter.write(event);

            assertThat(line).doesNotContain("\n");
            assertThat(reader.read(raw(line))).isEqualTo(new Reading.Accepted(event, 0));
        }
    }

    @Test
    void anEventWithoutSequenceIsOrderedByItsPosition() {
        RandomCatalogue random = new RandomCatalogue(1);
        CareEvent event = random.event();
        CareEvent plain = new CareEvent(
                event.type(),
                event.id(),
                event.source(),
                event.subject(),
                event.timeMillis(),
                event.arrivedMillis(),
                CareEvent.NO_SEQUENCE,
                event.copyOfValues());

        String line = CloudEventWriter.write(plain);

        assertThat(line).doesNotContain("sequence");
        assertThat(((Reading.Accepted) new CloudEventReader(random.catalogue(), LIMITS).read(raw(line)))
                        .event()
                        .sequence())
                .isEqualTo(42);
    }

    @Test
    void aDeadLetterKeepsTheHashOfTheWholeRecordAndTheBeginningOfItsText() {
        byte[] bytes = "x ".repeat(5_000).getBytes(StandardCharsets.UTF_8);

        DeadLetter letter = DeadLetter.of(new RawRecord("topic-3", 12, 0, bytes), "record is not valid JSON");

        assertThat(letter.length()).isEqualTo(10_000);
        assertThat(letter.record()).hasSize(4_096);
        assertThat(letter.sha256()).hasSize(64);
        assertThat(letter.withRecord("***").record()).isEqualTo("***");
        assertThat(letter.withRecord("***").sha256()).isEqualTo(letter.sha256());
    }

    @Test
    void aDeadLetterShowsNothingInWhichPersonalDataCouldHide() {
        assertThat(shown(
                        "{\"mail\":\"ana\\u0040example.com\",\"next\":\"a%40b.com\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"mail\":\"ana@example.com\",\"next\":\"a@b.com\"}");
        assertThat(shown("{\"a\":\"write to ana.ru".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\"a\":\"write to ");
        assertThat(shown("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("[NO TEXT]");
        assertThat(shown(new byte[] {'{', (byte) 0xe9, '}'})).isEqualTo("[NO TEXT]");
    }

    private static String shown(byte[] bytes) {
        return DeadLetter.of(new RawRecord("topic-3", 12, 0, bytes), "record is not valid JSON")
                .record();
    }

    private static RawRecord raw(String line) {
        return new RawRecord("file.jsonl", 42, RawRecord.NO_TIMESTAMP, line.getBytes(StandardCharsets.UTF_8));
    }
}
