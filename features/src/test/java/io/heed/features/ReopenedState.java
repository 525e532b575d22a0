package io.heed.features;

import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.MemoryStateStore;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.util.HashMap;
import java.util.Map;

/** State in memory that several stages may open one after the other, as after a restart. */
final class ReopenedState implements StateStore {
    private final MemoryStateStore memory = new MemoryStateStore();
    private final Map<String, Object> opened = new HashMap<>();

    @Override
    @SuppressWarnings("unchecked") // a name always stands for the same codecs
    public <T> Cell<T> cell(String name, Codec<T> codec) {
        return (Cell<T>) opened.computeIfAbsent(name, any -> memory.cell(name, codec));
    }

    @Override
    @SuppressWarnings("unchecked") // a name always stands for the same codecs
    public <K, V> Table<K, V> table(String name, Codec<K> keys, Codec<V> values) {
        return (Table<K, V>) opened.computeIfAbsent(name, any -> memory.table(name, keys, values));
    }

    void turnTo(String customer) {
        memory.turnTo(customer);
    }

    long bytes(String customer) {
        return memory.bytesOf(customer);
    }
}
