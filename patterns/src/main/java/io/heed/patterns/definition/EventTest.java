package io.heed.patterns.definition;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which events fit.
 *
 * @param types the event types, at least one
 * @param where a CEL condition, or null where every event of the types fits
 */
public record EventTest(List<String> types, @Nullable String where) implements Serializable {
    /** Copies the types and checks that there are some. */
    public EventTest {
        types = List.copyOf(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("event types are missing (legal: event: chat.closed)");
        }
    }
}
