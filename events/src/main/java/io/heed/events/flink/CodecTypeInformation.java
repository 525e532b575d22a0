package io.heed.events.flink;

import io.heed.events.state.Codec;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/** Flink's type of values that a {@link Codec} writes; no reflection, no Kryo. */
public final class CodecTypeInformation<T> extends TypeInformation<T> {
    private static final long serialVersionUID = 1L;

    private final Class<T> type;
    private final Codec<T> codec;
    private final boolean immutable;

    /**
     * The type of a codec's values.
     *
     * @param immutable whether values never change, so that they need no copies
     */
    public CodecTypeInformation(Class<T> type, Codec<T> codec, boolean immutable) {
        this.type = type;
        this.codec = codec;
        this.immutable = immutable;
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<T> getTypeClass() {
        return type;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new CodecSerializer<>(codec, immutable);
    }

    @Override
    public String toString() {
        return type.getSimpleName();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CodecTypeInformation<?> that
                && type.equals(that.type)
                && codec.getClass().equals(that.codec.getClass());
    }

    @Override
    public int hashCode() {
        return type.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof CodecTypeInformation;
    }
}
