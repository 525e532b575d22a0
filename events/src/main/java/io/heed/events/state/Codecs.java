package io.heed.events.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Codecs of plain values. */
public final class Codecs {
    /** Whole numbers. */
    public static final Codec<Long> LONG = new LongCodec();
    /** Texts of any length. */
    public static final Codec<String> TEXT = new TextCodec();

    private Codecs() {}

    /** A list of values of one codec. */
    public static <T> Codec<List<T>> listOf(Codec<T> items) {
        return new ListCodec<>(items);
    }

    /** Writes a text of any length. */
    public static void writeText(String text, DataOutput out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        writeVarInt(bytes.length, out);
        out.write(bytes);
    }

    /** Reads a text written by {@link #writeText}. */
    public static String readText(DataInput in) throws IOException {
        byte[] bytes = new byte[readVarInt(in)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Writes a text that may be null. */
    public static void writeNullableText(@Nullable String text, DataOutput out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            writeText(text, out);
        }
    }

    /** Reads a text written by {@link #writeNullableText}. */
    public static @Nullable String readNullableText(DataInput in) throws IOException {
        return in.readBoolean() ? readText(in) : null;
    }

    /** Writes numbers by name. */
    public static void writeNumbers(SortedMap<String, Double> numbers, DataOutput out) throws IOException {
        writeVarInt(numbers.size(), out);
        for (Map.Entry<String, Double> number : numbers.entrySet()) {
            writeText(number.getKey(), out);
            out.writeDouble(number.getValue());
        }
    }

    /** Reads numbers written by {@link #writeNumbers}. */
    public static SortedMap<String, Double> readNumbers(DataInput in) throws IOException {
        SortedMap<String, Double> numbers = new TreeMap<>();
        for (int left = readVarInt(in); left > 0; left--) {
            numbers.put(readText(in), in.readDouble());
        }
        return numbers;
    }

    /** Writes a whole number from 0 in one to five bytes. */
    public static void writeVarInt(int value, DataOutput out) throws IOException {
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            out.writeByte((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    /** Reads a number written by {@link #writeVarInt}. */
    public static int readVarInt(DataInput in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            byte next = in.readByte();
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("number has more than five bytes");
    }

    private static final class LongCodec implements Codec<Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(Long value, DataOutput out) throws IOException {
            out.writeLong(value);
        }

        @Override
        public Long read(DataInput in, int writtenVersion) throws IOException {
            return in.readLong();
        }
    }

    private static final class TextCodec implements Codec<String> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(String value, DataOutput out) throws IOException {
            writeText(value, out);
        }

        @Override
        public String read(DataInput in, int writtenVersion) throws IOException {
            return readText(in);
        }
    }

    private static final class ListCodec<T> implements Codec<List<T>> {
        private static final long serialVersionUID = 1L;
        private final Codec<T> items;

        ListCodec(Codec<T> items) {
            this.items = items;
        }

        @Override
        public int version() {
            return items.version();
        }

        @Override
        public String shape() {
            return items.shape();
        }

        @Override
        public String refusal(int writtenVersion, String writtenShape) {
            return items.refusal(writtenVersion, writtenShape);
        }

        @Override
        public void write(List<T> value, DataOutput out) throws IOException {
            writeVarInt(value.size(), out);
            for (T item : value) {
                items.write(item, out);
            }
        }

        @Override
        public List<T> read(DataInput in, int writtenVersion) throws IOException {
            int size = readVarInt(in);
            List<T> list = new ArrayList<>(Math.min(size, 1_024));
            for (int i = 0; i < size; i++) {
                list.add(items.read(in, writtenVersion));
            }
            return list;
        }
    }
}
