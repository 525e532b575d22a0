package io.heed.events.flink;

import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.InstantiationUtil;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint remembers of a {@link CodecSerializer}: the codec itself (to read the old bytes), its version and
 * its shape. The present codec decides whether it can go on from there; where the version rose, Flink rewrites the
 * state once with the present codec.
 */
public final class CodecSnapshot<T> implements TypeSerializerSnapshot<T> {
    private @Nullable CodecSerializer<T> serializer;
    private int version;
    private String shape = "";
    private boolean immutable;

    /** For Flink, which fills it by {@link #readSnapshot}. */
    public CodecSnapshot() {}

    CodecSnapshot(CodecSerializer<T> serializer) {
        this.serializer = serializer;
        this.version = serializer.codec().version();
        this.shape = serializer.codec().shape();
        this.immutable = serializer.immutable();
    }

    @Override
    public int getCurrentVersion() {
        return 1;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeInt(version);
        out.writeBoolean(immutable);
        Codecs.writeText(shape, out);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(writtenBy().codec());
        }
        out.writeInt(bytes.size());
        out.write(bytes.toByteArray());
    }

    @Override
    @SuppressWarnings("unchecked") // the codec in a snapshot is the one that wrote the values
    public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader) throws IOException {
        version = in.readInt();
        immutable = in.readBoolean();
        shape = Codecs.readText(in);
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        try {
            Codec<T> codec =
                    (Codec<T>) InstantiationUtil.deserializeObject(new ByteArrayInputStream(bytes), classLoader);
            serializer = new CodecSerializer<>(codec, version, immutable);
        } catch (ClassNotFoundException gone) {
            throw new IOException("the codec that wrote this state is not on the class path: " + gone.getMessage());
        }
    }

    @Override
    public TypeSerializer<T> restoreSerializer() {
        return writtenBy();
    }

    @Override
    public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
        if (!(old instanceof CodecSnapshot<T> before)) {
            return TypeSerializerSchemaCompatibility.incompatible();
        }
        String refusal = writtenBy().codec().refusal(before.version, before.shape);
        if (!refusal.isEmpty()) {
            throw new IllegalStateException("state cannot be restored: " + refusal);
        }
        return before.version == version
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.compatibleAfterMigration();
    }

    private CodecSerializer<T> writtenBy() {
        if (serializer == null) {
            throw new IllegalStateException("the snapshot was not read yet");
        }
        return serializer;
    }
}
