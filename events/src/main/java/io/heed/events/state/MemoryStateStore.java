package io.heed.events.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * State in memory, for work outside Flink. Every value goes through its codec, as in a job on disk, so that nothing is
 * shared by accident.
 */
public final class MemoryStateStore implements StateStore {
    private final Map<String, Map<String, Map<ByteBuffer, byte[]>>> byCustomer = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private String customer = "";

    /** Turns to a customer; every cell and table speaks of this one from now on. */
    public void turnTo(String newCustomer) {
        customer = newCustomer;
    }

    /** The same bytes for stages that are made anew, as after a restart. */
    public MemoryStateStore reopened() {
        MemoryStateStore copy = new MemoryStateStore();
        byCustomer.forEach((each, tables) -> {
            Map<String, Map<ByteBuffer, byte[]>> copied = new HashMap<>();
            tables.forEach((name, rows) -> copied.put(name, new HashMap<>(rows)));
            copy.byCustomer.put(each, copied);
        });
        return copy;
    }

    /** How many bytes are kept for a customer, keys included. */
    public long bytesOf(String ofCustomer) {
        return byCustomer.getOrDefault(ofCustomer, Map.of()).values().stream()
                .flatMap(table -> table.entrySet().stream())
                .mapToLong(entry -> entry.getKey().capacity() + entry.getValue().length)
                .sum();
    }

    @Override
    public <T> Cell<T> cell(String name, Codec<T> codec) {
        Table<String, T> table = table(name, Codecs.TEXT, codec);
        return new Cell<>() {
            @Override
            public @Nullable T get() {
                return table.get("");
            }

            @Override
            public void set(T value) {
                table.put("", value);
            }

            @Override
            public void clear() {
                table.clear();
            }
        };
    }

    @Override
    public <K, V> Table<K, V> table(String name, Codec<K> keys, Codec<V> values) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("state name is used twice: " + name);
        }
        return new MemoryTable<>(name, keys, values);
    }

    private final class MemoryTable<K, V> implements Table<K, V> {
        private final String name;
        private final Codec<K> keys;
        private final Codec<V> values;

        MemoryTable(String name, Codec<K> keys, Codec<V> values) {
            this.name = name;
            this.keys = keys;
            this.values = values;
        }

        @Override
        public @Nullable V get(K key) {
            byte[] bytes = bytes().get(ByteBuffer.wrap(write(keys, key)));
            return bytes == null ? null : read(values, bytes);
        }

        @Override
        public void put(K key, V value) {
            bytes().put(ByteBuffer.wrap(write(keys, key)), write(values, value));
        }

        @Override
        public void remove(K key) {
            bytes().remove(ByteBuffer.wrap(write(keys, key)));
        }

        @Override
        public Iterable<Map.Entry<K, V>> entries() {
            List<Map.Entry<K, V>> entries = new ArrayList<>();
            bytes().forEach((key, value) -> entries.add(Map.entry(read(keys, bytesOf(key)), read(values, value))));
            return entries;
        }

        @Override
        public void clear() {
            bytes().clear();
        }

        private Map<ByteBuffer, byte[]> bytes() {
            return byCustomer
                    .computeIfAbsent(customer, key -> new HashMap<>())
                    .computeIfAbsent(name, key -> new HashMap<>());
        }
    }

    private static byte[] bytesOf(ByteBuffer key) {
        byte[] bytes = new byte[key.remaining()];
        key.duplicate().get(bytes);
        return bytes;
    }

    private static <T> byte[] write(Codec<T> codec, T value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            codec.write(value, new DataOutputStream(bytes));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(Codec<T> codec, byte[] bytes) {
        try {
            return codec.read(new DataInputStream(new ByteArrayInputStream(bytes)), codec.version());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
