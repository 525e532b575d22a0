package io.heed.events.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list that is written out. */
record ListOf(List<Closure> items) implements Closure {
    @Override
    public @Nullable Object value(Bindings names) {
        List<Object> values = new ArrayList<>(items.size());
        for (Closure item : items) {
            Object value = item.value(names);
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }
}
