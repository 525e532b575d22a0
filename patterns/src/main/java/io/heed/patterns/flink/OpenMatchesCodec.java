package io.heed.patterns.flink;

import io.heed.events.CareEvent;
import io.heed.events.flink.CodecSerializer;
import io.heed.events.state.Codec;
import io.heed.events.state.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.cep.nfa.NFAState;
import org.apache.flink.cep.nfa.NFAStateSerializer;
import org.apache.flink.cep.nfa.sharedbuffer.EventId;
import org.apache.flink.cep.nfa.sharedbuffer.Lockable;
import org.apache.flink.cep.nfa.sharedbuffer.Lockable.LockableTypeSerializer;
import org.apache.flink.cep.nfa.sharedbuffer.NodeId;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferNode;
import org.apache.flink.cep.nfa.sharedbuffer.SharedBufferNodeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Open matches as bytes, by flink-cep's own serializers; its version is that of the events within. */
public final class OpenMatchesCodec implements Codec<OpenMatches> {
    private static final long serialVersionUID = 1L;
    private static final int FORMAT = 1;
    private static final int USUAL_BYTES = 1_024;

    private final Codec<CareEvent> events;
    private final NFAStateSerializer states = new NFAStateSerializer();
    private final NodeId.NodeIdSerializer nodeIds = new NodeId.NodeIdSerializer();
    private final LockableTypeSerializer<SharedBufferNode> nodes =
            new LockableTypeSerializer<>(new SharedBufferNodeSerializer());

    /** A codec that writes events by another. */
    public OpenMatchesCodec(Codec<CareEvent> events) {
        this.events = events;
    }

    @Override
    public int version() {
        return events.version();
    }

    @Override
    public String shape() {
        return events.shape();
    }

    @Override
    public String refusal(int writtenVersion, String writtenShape) {
        return events.refusal(writtenVersion, writtenShape);
    }

    @Override
    public void write(OpenMatches open, DataOutput out) throws IOException {
        DataOutputSerializer bytes = new DataOutputSerializer(USUAL_BYTES);
        bytes.writeByte(FORMAT);
        Codecs.writeText(open.structure(), bytes);
        bytes.writeInt(open.numbers.next());
        states.serialize(open.states, bytes);
        write(
                open.events,
                EventId.EventIdSerializer.INSTANCE,
                new LockableTypeSerializer<>(serializer(version())),
                bytes);
        write(open.nodes, nodeIds, nodes, bytes);
        Codecs.writeVarInt(bytes.length(), out);
        out.write(bytes.getSharedBuffer(), 0, bytes.length());
    }

    @Override
    public OpenMatches read(DataInput in, int writtenVersion) throws IOException {
        byte[] bytes = new byte[Codecs.readVarInt(in)];
        in.readFully(bytes);
        DataInputDeserializer view = new DataInputDeserializer(bytes);
        int format = view.readByte();
        if (format != FORMAT) {
            throw new IOException("open matches were written in an unknown format: " + format);
        }
        String structure = Codecs.readText(view);
        EventNumbers numbers = new EventNumbers(view.readInt());
        NFAState readStates = states.deserialize(view);
        Map<EventId, Lockable<CareEvent>> readEvents = read(
                view, EventId.EventIdSerializer.INSTANCE, new LockableTypeSerializer<>(serializer(writtenVersion)));
        return new OpenMatches(structure, readStates, read(view, nodeIds, nodes), readEvents, numbers);
    }

    private static <K, V> void write(
            Map<K, V> map, TypeSerializer<K> keys, TypeSerializer<V> values, DataOutputView out) throws IOException {
        Codecs.writeVarInt(map.size(), out);
        for (Map.Entry<K, V> entry : map.entrySet()) {
            keys.serialize(entry.getKey(), out);
            values.serialize(entry.getValue(), out);
        }
    }

    private static <K, V> Map<K, V> read(DataInputView in, TypeSerializer<K> keys, TypeSerializer<V> values)
            throws IOException {
        int size = Codecs.readVarInt(in);
        Map<K, V> map = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            K key = keys.deserialize(in);
            map.put(key, values.deserialize(in));
        }
        return map;
    }

    private TypeSerializer<CareEvent> serializer(int writtenVersion) {
        return new CodecSerializer<>(new WrittenEvents(events, writtenVersion), true);
    }

    /** Reads events in the version that they were written in, which flink-cep's serializers do not pass on. */
    private record WrittenEvents(Codec<CareEvent> events, int writtenVersion) implements Codec<CareEvent> {
        @Override
        public void write(CareEvent event, DataOutput out) throws IOException {
            events.write(event, out);
        }

        @Override
        public CareEvent read(DataInput in, int version) throws IOException {
            return events.read(in, writtenVersion);
        }
    }
}
