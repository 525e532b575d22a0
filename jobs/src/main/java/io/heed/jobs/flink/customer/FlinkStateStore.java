package io.heed.jobs.flink.customer;

import io.heed.events.flink.CodecSerializer;
import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.util.Map;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/** Named state of the stages, kept in Flink's keyed state. */
final class FlinkStateStore implements StateStore {
    private final KeyedStateStore keyed;

    FlinkStateStore(KeyedStateStore keyed) {
        this.keyed = keyed;
    }

    @Override
    public <T> Cell<T> cell(String name, Codec<T> codec) {
        return new FlinkCell<>(keyed.getState(new ValueStateDescriptor<>(name, new CodecSerializer<>(codec, false))));
    }

    @Override
    public <K, V> Table<K, V> table(String name, Codec<K> keys, Codec<V> values) {
        return new FlinkTable<>(keyed.getMapState(new MapStateDescriptor<>(
                name, new CodecSerializer<>(keys, true), new CodecSerializer<>(values, false))));
    }

    private interface Access<T> {
        T now() throws Exception;
    }

    private static <T extends @Nullable Object> T access(Access<T> access) {
        try {
            return access.now();
        } catch (Exception failed) {
            throw new FlinkRuntimeException("state cannot be read or written", failed);
        }
    }

    private record FlinkCell<T>(ValueState<T> state) implements Cell<T> {
        @Override
        public @Nullable T get() {
            return FlinkStateStore.<@Nullable T>access(state::value);
        }

        @Override
        public void set(T value) {
            access(() -> {
                state.update(value);
                return true;
            });
        }

        @Override
        public void clear() {
            state.clear();
        }
    }

    private record FlinkTable<K, V>(MapState<K, V> state) implements Table<K, V> {
        @Override
        public @Nullable V get(K key) {
            return FlinkStateStore.<@Nullable V>access(() -> state.get(key));
        }

        @Override
        public void put(K key, V value) {
            access(() -> {
                state.put(key, value);
                return true;
            });
        }

        @Override
        public void remove(K key) {
            access(() -> {
                state.remove(key);
                return true;
            });
        }

        @Override
        public Iterable<Map.Entry<K, V>> entries() {
            return access(state::entries);
        }

        @Override
        public void clear() {
            state.clear();
        }
    }
}
