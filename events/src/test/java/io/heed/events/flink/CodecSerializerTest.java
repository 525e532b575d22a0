package io.heed.events.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.CareEvent;
import io.heed.events.RandomCatalogue;
import io.heed.events.TestCatalogue;
import io.heed.events.state.CareEventCodec;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class CodecSerializerTest {
    @Test
    void whatIsWrittenIsReadBackAsItWas() throws IOException {
        RandomCatalogue random = new RandomCatalogue(3);
        TypeSerializer<CareEvent> serializer = new CodecTypeInformation<>(
                        CareEvent.class, new CareEventCodec(random.catalogue()), true)
                .createSerializer(new SerializerConfigImpl());
        CareEvent event = random.event();

        assertThat(serializer.deserialize(input(bytes(serializer, event)))).isEqualTo(event);
        assertThat(serializer.copy(event)).isSameAs(event);
    }

    @Test
    void aCopyOfAValueThatMayChangeIsAnother() {
        CodecSerializer<List<String>> serializer = new CodecSerializer<>(Codecs.listOf(Codecs.TEXT), false);
        List<String> value = List.of("a", "b");

        assertThat(serializer.copy(value)).isEqualTo(value).isNotSameAs(value);
    }

    @Test
    void aSerializedValueIsCopiedFromStreamToStream() throws IOException {
        CodecSerializer<String> serializer = new CodecSerializer<>(Codecs.TEXT, true);
        DataOutputSerializer copy = new DataOutputSerializer(16);

        serializer.copy(input(bytes(serializer, "héllo")), copy);

        assertThat(copy.getCopyOfBuffer()).isEqualTo(bytes(serializer, "héllo"));
    }

    @Test
    void stateOfTheSameVersionGoesOnAsItIs() throws IOException {
        assertThat(resolve(new Versioned(1), new Versioned(1)).isCompatibleAsIs())
                .isTrue();
    }

    @Test
    void stateOfAnOlderVersionIsRewrittenOnce() throws IOException {
        CodecSerializer<String> old = new CodecSerializer<>(new Versioned(1), true);
        byte[] stored = bytes(old, "value");

        assertThat(resolve(new Versioned(1), new Versioned(2)).isCompatibleAfterMigration())
                .isTrue();
        TypeSerializer<String> restored = restored(old.snapshotConfiguration()).restoreSerializer();
        assertThat(restored.deserialize(input(stored))).isEqualTo("value of version 1");
    }

    @Test
    void stateOfANewerVersionIsRefusedWithTheReason() {
        assertThatThrownBy(() -> resolve(new Versioned(3), new Versioned(2)))
                .hasMessage("state cannot be restored: it was written by a newer version: 3");
    }

    @Test
    void rowsMayGrowAndNothingElse() throws IOException {
        CareEventCodec small = codec("{a: {type: text}}");
        CareEventCodec grown = codec("{a: {type: text}, b: {type: flag}}");

        assertThat(resolve(small, grown).isCompatibleAsIs()).isTrue();
        assertThatThrownBy(() -> resolve(grown, small))
                .hasMessage("state cannot be restored: event type may only grow by fields at its end: my.type"
                        + " was (a:TEXT,b:FLAG) and is (a:TEXT)");
    }

    @Test
    void stateOfAnotherSerializerIsIncompatible() {
        TypeSerializerSnapshot<String> now = new CodecSerializer<>(Codecs.TEXT, true).snapshotConfiguration();

        assertThat(now.resolveSchemaCompatibility(
                                org.apache.flink.api.common.typeutils.base.StringSerializer.INSTANCE
                                        .snapshotConfiguration())
                        .isIncompatible())
                .isTrue();
    }

    @Test
    void serializersOfTheSameCodecAndShapeAreEqual() {
        assertThat(new CodecSerializer<>(codec("{a: {type: text}}"), true))
                .isEqualTo(new CodecSerializer<>(codec("{a: {type: text}}"), true))
                .isNotEqualTo(new CodecSerializer<>(codec("{b: {type: text}}"), true));
    }

    private static CareEventCodec codec(String fields) {
        return new CareEventCodec(TestCatalogue.of("event-types: {my.type: {fields: " + fields + "}}"));
    }

    private static <T> TypeSerializerSchemaCompatibility<T> resolve(Codec<T> before, Codec<T> now) throws IOException {
        return new CodecSerializer<>(now, true)
                .snapshotConfiguration()
                .resolveSchemaCompatibility(restored(new CodecSerializer<>(before, true).snapshotConfiguration()));
    }

    private static <T> TypeSerializerSnapshot<T> restored(TypeSerializerSnapshot<T> snapshot) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, snapshot);
        return TypeSerializerSnapshot.readVersionedSnapshot(
                input(out.getCopyOfBuffer()), CodecSerializerTest.class.getClassLoader());
    }

    private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(value, out);
        return out.getCopyOfBuffer();
    }

    private static DataInputDeserializer input(byte[] bytes) {
        return new DataInputDeserializer(bytes);
    }

    /** Texts; tells when it reads one that an older version wrote. */
    private static final class Versioned implements Codec<String> {
        private static final long serialVersionUID = 1L;
        private final int version;

        Versioned(int version) {
            this.version = version;
        }

        @Override
        public int version() {
            return version;
        }

        @Override
        public void write(String value, DataOutput out) throws IOException {
            Codecs.writeText(value, out);
        }

        @Override
        public String read(DataInput in, int writtenVersion) throws IOException {
            return Codecs.readText(in) + " of version " + writtenVersion;
        }
    }
}
