package io.heed.events.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.RandomCatalogue;
import io.heed.events.TestCatalogue;
import io.heed.events.catalogue.EventCatalogue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CareEventCodecTest {
    private static final String OLD = "a: {type: text}, items: {type: list, fields: {kind: {type: text}}}";

    @Property(tries = 200)
    void whatIsWrittenIsReadBackAsItWas(@ForAll long seed) throws IOException {
        RandomCatalogue random = new RandomCatalogue(seed);
        CareEventCodec codec = new CareEventCodec(random.catalogue());
        for (int i = 0; i < 20; i++) {
            CareEvent event = random.event();

            assertThat(read(codec, write(codec, event))).isEqualTo(event);
        }
    }

    @Test
    void aRowOfAnOlderCatalogueIsReadWithLaterFieldsAbsent() throws IOException {
        CareEventCodec older = new CareEventCodec(catalogue(OLD));
        CareEventCodec newer = new CareEventCodec(
                catalogue(
                        "a: {type: text}, items: {type: list, fields: {kind: {type: text}, amount: {type: number}}}, b: {type: flag}"));
        EventType type = catalogue(OLD).require("my.type");
        CareEvent event =
                new CareEvent(type, "1", "s", "c", 5, 6, 7, new Object[] {"text", new Object[][] {{"kind1"}, {"kind2"}}
                });

        CareEvent read = read(newer, write(older, event));

        assertThat(newer.refusal(1, older.shape())).isEmpty();
        assertThat(read.text("a")).isEqualTo("text");
        assertThat(read.value("b")).isNull();
        assertThat((Object[][]) read.value("items")).isDeepEqualTo(new Object[][] {{"kind1", null}, {"kind2", null}});
    }

    @Test
    void aFieldThatCameLaterIsAbsentInAnOlderRowHeldInMemory() {
        CareEvent older =
                new CareEvent(catalogue(OLD).require("my.type"), "1", "s", "c", 5, 6, 7, new Object[] {"text", null});

        assertThat(older.value(2)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            renamed field         | z: {type: text}, items: {type: list, fields: {kind: {type: text}}}
            field of another type | a: {type: number}, items: {type: list, fields: {kind: {type: text}}}
            missing field         | a: {type: text}
            other order           | items: {type: list, fields: {kind: {type: text}}}, a: {type: text}
            new field in front    | b: {type: flag}, a: {type: text}, items: {type: list, fields: {kind: {type: text}}}
            new field in between  | a: {type: text}, b: {type: flag}, items: {type: list, fields: {kind: {type: text}}}
            changed list          | a: {type: text}, items: {type: list, fields: {kind: {type: whole}}}
            new in front in list  | a: {type: text}, items: {type: list, fields: {b: {type: text}, kind: {type: text}}}
            list that is text now | a: {type: text}, items: {type: text}
            """)
    void aLayoutThatDidNotGrowAtItsEndIsRefused(String change, String fields) {
        CareEventCodec older = new CareEventCodec(catalogue(OLD));

        assertThat(new CareEventCodec(catalogue(fields)).refusal(1, older.shape()))
                .as(change)
                .startsWith(
                        "event type may only grow by fields at its end: my.type was (a:TEXT,items:LIST[kind:TEXT]) and is (");
    }

    @Test
    void aTypeWithoutFieldsMayGetItsFirst() {
        CareEventCodec older = new CareEventCodec(TestCatalogue.of("event-types: {my.type: {}}"));

        assertThat(new CareEventCodec(catalogue(OLD)).refusal(1, older.shape())).isEmpty();
    }

    @Test
    void aTypeThatIsGoneIsRefusedAndANewOneIsNot() {
        CareEventCodec with = new CareEventCodec(catalogue(OLD));
        CareEventCodec without = new CareEventCodec(TestCatalogue.of("event-types: {}"));

        assertThat(without.refusal(1, with.shape())).isEqualTo("event type is no longer declared: my.type");
        assertThat(with.refusal(1, without.shape())).isEmpty();
    }

    @Test
    void aNewerVersionIsRefused() {
        CareEventCodec codec = new CareEventCodec(catalogue(OLD));

        assertThat(codec.refusal(2, codec.shape())).isEqualTo("it was written by a newer version: 2");
    }

    @Test
    void aRowOfAnUnknownTypeOrWithTooManyFieldsCannotBeRead() throws IOException {
        CareEventCodec codec = new CareEventCodec(catalogue(OLD));
        byte[] bytes = write(
                codec,
                new CareEvent(catalogue(OLD).require("my.type"), "1", "s", "c", 5, 6, 7, new Object[] {"text", null}));

        assertThatThrownBy(() -> read(new CareEventCodec(TestCatalogue.of("event-types: {}")), bytes))
                .hasMessageContaining("no longer declared");
        assertThatThrownBy(() -> read(new CareEventCodec(catalogue("a: {type: text}")), bytes))
                .hasMessage("stored row has 2 fields, its type only 1");
    }

    @Test
    void typeNamesWithTheSameHashAreRefused() {
        assertThatThrownBy(() -> new CareEventCodec(TestCatalogue.of("event-types: {my.an: {}, my.c0: {}}")))
                .hasMessageContaining("my.an and my.c0");
    }

    private static EventCatalogue catalogue(String fields) {
        return TestCatalogue.of("event-types: {my.type: {fields: {" + fields + "}}}");
    }

    private static byte[] write(CareEventCodec codec, CareEvent event) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        codec.write(event, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static CareEvent read(CareEventCodec codec, byte[] bytes) throws IOException {
        return codec.read(new DataInputStream(new ByteArrayInputStream(bytes)), 1);
    }
}
