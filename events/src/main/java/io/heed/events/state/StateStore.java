package io.heed.events.state;

/** Gives stages their named state; names are unique within a job and are never changed. */
public interface StateStore {
    /** A cell of a name such as {@code plays.cases}. */
    <T> Cell<T> cell(String name, Codec<T> codec);

    /** A table of a name such as {@code features.blocks}. */
    <K, V> Table<K, V> table(String name, Codec<K> keys, Codec<V> values);
}
