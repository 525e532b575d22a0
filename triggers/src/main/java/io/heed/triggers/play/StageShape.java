package io.heed.triggers.play;

import java.io.Serializable;
import java.util.List;

/**
 * What a stage of a signal holds.
 *
 * @param types the types that its events may have
 * @param repeated whether it holds a list of events instead of one
 */
public record StageShape(List<String> types, boolean repeated) implements Serializable {
    /** Copies the types and checks that there is one. */
    public StageShape {
        types = List.copyOf(types);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("types of a stage are empty");
        }
    }

    /** A stage that holds one event. */
    public static StageShape one(String... types) {
        return new StageShape(List.of(types), false);
    }

    /** A stage that holds any number of events. */
    public static StageShape many(String... types) {
        return new StageShape(List.of(types), true);
    }
}
