package io.heed.events.state;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values by key, kept for each customer; it always speaks of the customer at hand. */
public interface Table<K, V> {
    /** The value of a key, or null. */
    @Nullable
    V get(K key);

    /** Keeps a value. A value that was got and then changed must be put again. */
    void put(K key, V value);

    /** Forgets the value of a key. */
    void remove(K key);

    /** All entries, in no order; sort before anything reaches an output. Do not change the table while reading them. */
    Iterable<Map.Entry<K, V>> entries();

    /** Forgets everything. */
    void clear();
}
