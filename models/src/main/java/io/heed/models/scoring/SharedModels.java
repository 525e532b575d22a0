package io.heed.models.scoring;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Models that a JVM has loaded, by key, for all of its slots: each is loaded once, by whoever asks first while others go
 * on with other models, stays while anybody uses it, and is closed when the last has given it back.
 */
public final class SharedModels<K, V> {
    private final Map<K, Entry<V>> loaded = new HashMap<>();
    private final Consumer<V> closing;

    /** Nothing is loaded yet. */
    public SharedModels(Consumer<V> closing) {
        this.closing = closing;
    }

    /** The model of a key, loaded where it was not yet; every call needs its {@link #release}. */
    public V acquire(K key, Supplier<V> loader) {
        Entry<V> entry = join(key);
        try {
            return entry.value(loader);
        } catch (RuntimeException refused) {
            leave(key, entry);
            throw refused;
        }
    }

    /**
     * Gives a model back.
     *
     * @throws IllegalStateException where it is not in use
     */
    public void release(K key, V value) {
        if (leave(key, find(key, value))) {
            closing.accept(value);
        }
    }

    /** How many models are loaded. */
    public synchronized int size() {
        return loaded.size();
    }

    private synchronized Entry<V> join(K key) {
        Entry<V> entry = loaded.computeIfAbsent(key, any -> new Entry<>());
        entry.users++;
        return entry;
    }

    /** Whether that was the last user. */
    private synchronized boolean leave(K key, Entry<V> entry) {
        entry.users--;
        return entry.users == 0 && loaded.remove(key, entry);
    }

    private synchronized Entry<V> find(K key, V value) {
        Entry<V> entry = loaded.get(key);
        if (entry == null || entry.value != value) {
            throw new IllegalStateException("model is not in use: " + key);
        }
        return entry;
    }

    private static final class Entry<V> {
        private volatile @Nullable V value;
        private int users;

        private synchronized V value(Supplier<V> loader) {
            V ready = value;
            if (ready == null) {
                ready = loader.get();
                value = ready;
            }
            return ready;
        }
    }
}
