package io.heed.events.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code &&} or {@code ||} of several parts. One part that decides (false for {@code &&}, true for {@code ||}) does so
 * whatever is absent elsewhere, on either side of it.
 */
final class Connective implements Closure {
    private final Boolean deciding;
    private final Boolean otherwise;
    private final Closure[] parts;

    private Connective(boolean deciding, List<Closure> parts) {
        this.deciding = deciding;
        this.otherwise = !deciding;
        this.parts = parts.toArray(Closure[]::new);
    }

    static Connective and(List<Closure> parts) {
        return new Connective(false, parts);
    }

    static Connective or(List<Closure> parts) {
        return new Connective(true, parts);
    }

    @Override
    public @Nullable Object value(Bindings names) {
        boolean absent = false;
        for (Closure part : parts) {
            Object holds = part.value(names);
            if (deciding.equals(holds)) {
                return deciding;
            }
            absent |= holds == null;
        }
        return absent ? null : otherwise;
    }
}
