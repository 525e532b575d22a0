package io.heed.benchmarks.patterns;

import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** State as live objects, a map by customer for each name, as Flink's heap backend keeps it. */
final class LiveStateStore implements StateStore {
    private String customer = "";

    void turnTo(String newCustomer) {
        customer = newCustomer;
    }

    @Override
    public <T> Cell<T> cell(String name, Codec<T> codec) {
        Map<String, T> values = new HashMap<>();
        return new Cell<>() {
            @Override
            public @Nullable T get() {
                return values.get(customer);
            }

            @Override
            public void set(T value) {
                values.put(customer, value);
            }

            @Override
            public void clear() {
                values.remove(customer);
            }
        };
    }

    @Override
    public <K, V> Table<K, V> table(String name, Codec<K> keys, Codec<V> values) {
        return new LiveTable<>();
    }

    private final class LiveTable<K, V> implements Table<K, V> {
        private final Map<String, Map<K, V>> byCustomer = new HashMap<>();

        @Override
        public @Nullable V get(K key) {
            return entriesAtHand().get(key);
        }

        @Override
        public void put(K key, V value) {
            byCustomer.computeIfAbsent(customer, none -> new HashMap<>()).put(key, value);
        }

        @Override
        public void remove(K key) {
            Map<K, V> entries = byCustomer.get(customer);
            if (entries != null) {
                entries.remove(key);
            }
        }

        @Override
        public Iterable<Map.Entry<K, V>> entries() {
            return entriesAtHand().entrySet();
        }

        @Override
        public void clear() {
            byCustomer.remove(customer);
        }

        private Map<K, V> entriesAtHand() {
            return byCustomer.getOrDefault(customer, Map.of());
        }
    }
}
