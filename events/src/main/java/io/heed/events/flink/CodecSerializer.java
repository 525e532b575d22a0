package io.heed.events.flink;

import io.heed.events.state.Codec;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/** A Flink serializer around a {@link Codec}. */
public final class CodecSerializer<T> extends TypeSerializer<T> {
    private static final long serialVersionUID = 1L;

    private final Codec<T> codec;
    private final int writtenVersion;
    private final boolean immutable;

    /**
     * A serializer of a codec.
     *
     * @param immutable whether values never change, so that a copy is the value itself
     */
    public CodecSerializer(Codec<T> codec, boolean immutable) {
        this(codec, codec.version(), immutable);
    }

    CodecSerializer(Codec<T> codec, int writtenVersion, boolean immutable) {
        this.codec = codec;
        this.writtenVersion = writtenVersion;
        this.immutable = immutable;
    }

    Codec<T> codec() {
        return codec;
    }

    boolean immutable() {
        return immutable;
    }

    @Override
    public boolean isImmutableType() {
        return immutable;
    }

    @Override
    public TypeSerializer<T> duplicate() {
        return this;
    }

    @Override
    @SuppressWarnings("NullAway") // Flink allows a serializer without an instance
    public T createInstance() {
        return null;
    }

    @Override
    public T copy(T from) {
        if (immutable) {
            return from;
        }
        try {
            DataOutputSerializer out = new DataOutputSerializer(256);
            codec.write(from, out);
            return codec.read(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()), codec.version());
        } catch (IOException broken) {
            throw new IllegalStateException(
                    "a value cannot be copied by " + codec.getClass().getName(), broken);
        }
    }

    @Override
    public T copy(T from, T reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(T value, DataOutputView target) throws IOException {
        codec.write(value, target);
    }

    @Override
    public T deserialize(DataInputView source) throws IOException {
        return codec.read(source, writtenVersion);
    }

    @Override
    public T deserialize(T reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodecSerializer<?> that
                && codec.getClass().equals(that.codec.getClass())
                && codec.shape().equals(that.codec.shape())
                && writtenVersion == that.writtenVersion;
    }

    @Override
    public int hashCode() {
        return codec.getClass().hashCode();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        return new CodecSnapshot<>(this);
    }
}
