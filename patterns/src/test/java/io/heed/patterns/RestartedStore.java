package io.heed.patterns;

import io.heed.events.state.Cell;
import io.heed.events.state.Codec;
import io.heed.events.state.StateStore;
import io.heed.events.state.Table;
import java.util.HashMap;
import java.util.Map;

/** State that outlives the stage that made it: a second stage gets the cells and tables of the first. */
@SuppressWarnings("unchecked")
final class RestartedStore implements StateStore {
    private final StateStore store;
    private final Map<String, Object> parts = new HashMap<>();

    RestartedStore(StateStore store) {
        this.store = store;
    }

    @Override
    public <T> Cell<T> cell(String name, Codec<T> codec) {
        return (Cell<T>) parts.computeIfAbsent(name, key -> store.cell(name, codec));
    }

    @Override
    public <K, V> Table<K, V> table(String name, Codec<K> keys, Codec<V> values) {
        return (Table<K, V>) parts.computeIfAbsent(name, key -> store.table(name, keys, values));
    }
}
