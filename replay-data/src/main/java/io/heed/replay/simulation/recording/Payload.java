package io.heed.replay.simulation.recording;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of one event or truth record, in the order in which they were given. */
public final class Payload {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** A payload with one field. */
    public static Payload of(String field, @Nullable Object value) {
        return new Payload().with(field, value);
    }

    /** Adds a field: text, number, flag, time or list of payloads. A null leaves the field out. */
    public Payload with(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        boolean writable = value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof List
                || value instanceof Payload;
        if (!writable) {
            throw new IllegalArgumentException("value is not of a writable type: " + value.getClass());
        }
        fields.put(field, value);
        return this;
    }

    /** The fields, in order. */
    public Map<String, Object> fields() {
        return Collections.unmodifiableMap(fields);
    }
}
