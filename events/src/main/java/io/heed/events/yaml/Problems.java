package io.heed.events.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a set of definitions, so that a user sees all of it at once. */
public final class Problems {
    private final List<String> found = new ArrayList<>();

    /** Notes a problem at a place: the rule, the value, and one legal example where there is one. */
    public void add(SourcePosition position, String problem) {
        found.add(position + ": " + problem);
    }

    /** Notes a problem that has a file but no line. */
    public void add(String file, String problem) {
        found.add(file + ": " + problem);
    }

    /** Notes what is wrong with a part that was loaded by itself. */
    public void addAll(InvalidDefinitionsException part) {
        found.addAll(part.problems());
    }

    /** The value built, or null where building found problems or its constructor refused an argument. */
    public <T> @Nullable T build(SourcePosition position, Supplier<@Nullable T> builder) {
        int before = found.size();
        try {
            T built = builder.get();
            return found.size() == before ? built : null;
        } catch (IllegalArgumentException refused) {
            if (found.size() == before) {
                add(position, String.valueOf(refused.getMessage()));
            }
            return null;
        }
    }

    /** How many problems there are so far. */
    public int count() {
        return found.size();
    }

    /** The problems found so far, in order. */
    public List<String> all() {
        return List.copyOf(found);
    }

    /**
     * Ends a load.
     *
     * @throws InvalidDefinitionsException naming every problem, if there is any
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidDefinitionsException(found);
        }
    }
}
