package io.heed.patterns.flink;

import java.util.Iterator;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.flink.api.common.state.MapState;
import org.jspecify.annotations.Nullable;

/** A plain map, whichever is at hand, as Flink's state. */
final class HeapMapState<K, V> implements MapState<K, V> {
    private final Supplier<Map<K, V>> atHand;

    HeapMapState(Supplier<Map<K, V>> atHand) {
        this.atHand = atHand;
    }

    @Override
    public @Nullable V get(K key) {
        return atHand.get().get(key);
    }

    @Override
    public void put(K key, V value) {
        atHand.get().put(key, value);
    }

    @Override
    public void putAll(Map<K, V> map) {
        atHand.get().putAll(map);
    }

    @Override
    public void remove(K key) {
        atHand.get().remove(key);
    }

    @Override
    public boolean contains(K key) {
        return atHand.get().containsKey(key);
    }

    @Override
    public Iterable<Map.Entry<K, V>> entries() {
        return atHand.get().entrySet();
    }

    @Override
    public Iterable<K> keys() {
        return atHand.get().keySet();
    }

    @Override
    public Iterable<V> values() {
        return atHand.get().values();
    }

    @Override
    public Iterator<Map.Entry<K, V>> iterator() {
        return atHand.get().entrySet().iterator();
    }

    @Override
    public boolean isEmpty() {
        return atHand.get().isEmpty();
    }

    @Override
    public void clear() {
        atHand.get().clear();
    }
}
