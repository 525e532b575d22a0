package io.heed.events.expression;

import org.jspecify.annotations.Nullable;

/** What an expression reads at run time: the fields of an event, features, parameters. */
public interface Fields {
    /**
     * The value of a field (String, Double, Long, Boolean, {@link java.time.Instant} or a List of Fields), or null
     * where it is absent.
     */
    @Nullable
    Object get(String field);
}
