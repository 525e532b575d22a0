package io.heed.jobs.flink.customer;

import io.heed.events.flink.CodecSerializer;
import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.KeyedStateStore;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.FlinkRuntimeException;
import org.jspecify.annotations.Nullable;

/**
 * Named state of the stages, kept in Flink's keyed state. Within one customer's turn every value is read once at most and
 * written once at most, at the end of the turn: on RocksDB each of both costs more than a stage's work.
 */
final class FlinkStateStore implements StateStore {
    private static final String UNREADABLE = "state cannot be read or written";

    private final KeyedStateStore keyed;
    private final List<Writable> changed = new ArrayList<>();
    private long turn;

    /** What may have to be written at the end of a turn. */
    private interface Writable {
        void write() throws Exception;
    }

    FlinkStateStore(KeyedStateStore keyed) {
        this.keyed = keyed;
    }

    /** Writes what the turn changed. Must be called before another customer is turned to, and before a checkpoint. */
    void endTurn() {
        for (Writable each : changed) {
            access(() -> {
                each.write();
                return true;
            });
        }
        changed.clear();
        turn++;
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
            throw new FlinkRuntimeException(UNREADABLE, failed);
        }
    }

    private final class FlinkCell<T> implements Cell<T>, Writable {
        private final ValueState<T> state;
        private @Nullable T value;
        private long readIn = -1;
        private boolean isChanged;

        FlinkCell(ValueState<T> state) {
            this.state = state;
        }

        @Override
        public @Nullable T get() {
            if (readIn != turn) {
                value = FlinkStateStore.<@Nullable T>access(state::value);
                readIn = turn;
            }
            return value;
        }

        @Override
        public void set(T newValue) {
            change(newValue);
        }

        @Override
        public void clear() {
            change(null);
        }

        private void change(@Nullable T newValue) {
            value = newValue;
            readIn = turn;
            if (!isChanged) {
                isChanged = true;
                changed.add(this);
            }
        }

        @Override
        public void write() throws Exception {
            isChanged = false;
            T now = value;
            value = null;
            if (now == null) {
                state.clear();
            } else {
                state.update(now);
            }
        }
    }

    private final class FlinkTable<K, V> implements Table<K, V>, Writable {
        private final MapState<K, V> state;
        private final Map<K, Row<K, V>> rows = new HashMap<>();
        private final List<Row<K, V>> changedRows = new ArrayList<>();
        private long readIn = -1;
        private boolean isChanged;

        FlinkTable(MapState<K, V> state) {
            this.state = state;
        }

        @Override
        public @Nullable V get(K key) {
            Row<K, V> row = rowsOfTurn().get(key);
            if (row == null) {
                row = new Row<>(key);
                row.value = read(key);
                rows.put(key, row);
            }
            return row.value;
        }

        @Override
        public void put(K key, V value) {
            change(key, value);
        }

        @Override
        public void remove(K key) {
            change(key, null);
        }

        @Override
        public Iterable<Map.Entry<K, V>> entries() {
            access(() -> {
                write();
                return true;
            });
            return access(state::entries);
        }

        @Override
        public void clear() {
            rows.clear();
            changedRows.clear();
            state.clear();
        }

        @Override
        public void write() throws Exception {
            isChanged = false;
            for (Row<K, V> row : changedRows) {
                if (row.value == null) {
                    state.remove(row.key);
                } else {
                    state.put(row.key, row.value);
                }
            }
            changedRows.clear();
            rows.clear();
        }

        private Map<K, Row<K, V>> rowsOfTurn() {
            if (readIn != turn) {
                rows.clear();
                readIn = turn;
            }
            return rows;
        }

        private @Nullable V read(K key) {
            try {
                return state.get(key);
            } catch (Exception failed) {
                throw new FlinkRuntimeException(UNREADABLE, failed);
            }
        }

        private void change(K key, @Nullable V value) {
            Row<K, V> row = rowsOfTurn().get(key);
            if (row == null) {
                row = new Row<>(key);
                rows.put(key, row);
            }
            row.value = value;
            if (!row.isChanged) {
                row.isChanged = true;
                changedRows.add(row);
            }
            if (!isChanged) {
                isChanged = true;
                changed.add(this);
            }
        }
    }

    /** A table's value as the turn sees it. */
    private static final class Row<K, V> {
        private final K key;
        private @Nullable V value;
        private boolean isChanged;

        Row(K key) {
            this.key = key;
        }
    }
}
