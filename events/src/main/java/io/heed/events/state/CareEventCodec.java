package io.heed.events.state;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.catalogue.EventCatalogue;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events as bytes. A row carries how many fields its type had when it was written; since types only grow at their end,
 * it can be read by every later catalogue, and fields that came later are absent.
 */
public final class CareEventCodec implements Codec<CareEvent> {
    private static final long serialVersionUID = 1L;

    private final Map<Integer, EventType> typesByHash = new HashMap<>();
    private final String shape;

    /**
     * A codec for the types of a catalogue.
     *
     * @throws IllegalArgumentException if two type names have the same hash
     */
    public CareEventCodec(EventCatalogue catalogue) {
        for (EventType type : catalogue.types()) {
            EventType other = typesByHash.put(type.name().hashCode(), type);
            if (other != null) {
                throw new IllegalArgumentException(
                        "event types cannot be told apart by their hash: " + other + " and " + type);
            }
        }
        this.shape = catalogue.types().stream()
                .map(type -> type.name() + "(" + Layout.of(type.fields()) + ")")
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String shape() {
        return shape;
    }

    @Override
    public String refusal(int writtenVersion, String writtenShape) {
        Map<String, String> layouts = layouts(shape);
        for (Map.Entry<String, String> written : layouts(writtenShape).entrySet()) {
            String now = layouts.get(written.getKey());
            if (now == null) {
                return "event type is no longer declared: " + written.getKey();
            }
            if (!Layout.parse(now).hasGrownFrom(Layout.parse(written.getValue()))) {
                return "event type may only grow by fields at its end: " + written.getKey() + " was ("
                        + written.getValue() + ") and is (" + now + ")";
            }
        }
        return Codec.super.refusal(writtenVersion, writtenShape);
    }

    @Override
    public void write(CareEvent event, DataOutput out) throws IOException {
        List<Field> fields = event.type().fields();
        out.writeInt(event.type().name().hashCode());
        Codecs.writeText(event.id(), out);
        Codecs.writeText(event.source(), out);
        Codecs.writeText(event.subject(), out);
        out.writeLong(event.timeMillis());
        out.writeLong(event.arrivedMillis());
        out.writeLong(event.sequence());
        @Nullable Object[] row = new Object[fields.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = event.value(i);
        }
        writeRow(fields, row, out);
    }

    @Override
    public CareEvent read(DataInput in, int writtenVersion) throws IOException {
        int hash = in.readInt();
        EventType type = typesByHash.get(hash);
        if (type == null) {
            throw new IOException("event type of a stored row is no longer declared; its name has the hash " + hash);
        }
        return new CareEvent(
                type,
                Codecs.readText(in),
                Codecs.readText(in),
                Codecs.readText(in),
                in.readLong(),
                in.readLong(),
                in.readLong(),
                readRow(type.fields(), in));
    }

    private static void writeRow(List<Field> fields, @Nullable Object[] row, DataOutput out) throws IOException {
        Codecs.writeVarInt(row.length, out);
        for (int start = 0; start < row.length; start += 8) {
            int present = 0;
            for (int i = start; i < Math.min(start + 8, row.length); i++) {
                present |= row[i] == null ? 0 : 1 << (i - start);
            }
            out.writeByte(present);
        }
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value != null) {
                writeValue(fields.get(i), value, out);
            }
        }
    }

    private static void writeValue(Field field, Object value, DataOutput out) throws IOException {
        switch (field.type()) {
            case TEXT -> Codecs.writeText((String) value, out);
            case NUMBER -> out.writeDouble((Double) value);
            case WHOLE, TIME -> out.writeLong((Long) value);
            case FLAG -> out.writeBoolean((Boolean) value);
            case LIST -> {
                @Nullable Object[][] rows = (@Nullable Object[][]) value;
                Codecs.writeVarInt(rows.length, out);
                for (@Nullable Object[] row : rows) {
                    writeRow(field.fields(), row, out);
                }
            }
        }
    }

    private static @Nullable Object[] readRow(List<Field> fields, DataInput in) throws IOException {
        int written = Codecs.readVarInt(in);
        byte[] present = new byte[(written + 7) / 8];
        in.readFully(present);
        if (written > fields.size()) {
            throw new IOException("stored row has " + written + " fields, its type only " + fields.size());
        }
        @Nullable Object[] row = new Object[fields.size()];
        for (int i = 0; i < written; i++) {
            if ((present[i / 8] & 1 << i % 8) != 0) {
                row[i] = readValue(fields.get(i), in);
            }
        }
        return row;
    }

    private static Object readValue(Field field, DataInput in) throws IOException {
        return switch (field.type()) {
            case TEXT -> Codecs.readText(in);
            case NUMBER -> in.readDouble();
            case WHOLE, TIME -> in.readLong();
            case FLAG -> in.readBoolean();
            case LIST -> {
                @Nullable Object[][] rows = new Object[Codecs.readVarInt(in)][];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = readRow(field.fields(), in);
                }
                yield rows;
            }
        };
    }

    private static Map<String, String> layouts(String shape) {
        Map<String, String> layouts = new TreeMap<>();
        shape.lines().forEach(line -> {
            int open = line.indexOf('(');
            layouts.put(line.substring(0, open), line.substring(open + 1, line.length() - 1));
        });
        return layouts;
    }
}
