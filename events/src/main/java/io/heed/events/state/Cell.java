package io.heed.events.state;

import org.jspecify.annotations.Nullable;

/** One value kept for each customer; it always speaks of the customer at hand. */
public interface Cell<T> {
    /** The value, or null where none was set. */
    @Nullable
    T get();

    /** Keeps a value. A value that was got and then changed must be set again. */
    void set(T value);

    /** Forgets the value. */
    void clear();
}
