package io.heed.patterns;

import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** State as plain objects, as a job keeps it on the heap. */
final class HeapStore implements StateStore {
    private final Map<String, Map<String, Map<Object, Object>>> byCustomer = new HashMap<>();
    private Map<String, Map<Object, Object>> atHand = new HashMap<>();

    void turnTo(String customer) {
        atHand = byCustomer.computeIfAbsent(customer, key -> new HashMap<>());
    }

    @Override
    public <T> Cell<T> cell(String name, Codec<T> codec) {
        Table<String, T> table = new HeapTable<>(name);
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
        return new HeapTable<>(name);
    }

    @SuppressWarnings("unchecked") // a name has one type of keys and values
    private final class HeapTable<K, V> implements Table<K, V> {
        private final String name;

        HeapTable(String name) {
            this.name = name;
        }

        @Override
        public @Nullable V get(K key) {
            return (V) entriesAtHand().get(key);
        }

        @Override
        public void put(K key, V value) {
            entriesAtHand().put(key, value);
        }

        @Override
        public void remove(K key) {
            entriesAtHand().remove(key);
        }

        @Override
        public Iterable<Map.Entry<K, V>> entries() {
            return ((Map<K, V>) (Map<?, ?>) entriesAtHand()).entrySet();
        }

        @Override
        public void clear() {
            entriesAtHand().clear();
        }

        private Map<Object, Object> entriesAtHand() {
            return atHand.computeIfAbsent(name, key -> new HashMap<>());
        }
    }
}
