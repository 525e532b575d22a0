package io.heed.events.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code list.filter(item, ...)} and {@code list.map(item, ...)}: what is made of the items that fulfil a condition. No
 * item may leave it open.
 *
 * @param condition which items count; null for all
 * @param made what is made of an item
 */
record Filtering(Closure list, String item, @Nullable Closure condition, Closure made) implements Closure {
    @Override
    public @Nullable Object value(Bindings names) {
        Object items = list.value(names);
        if (items == null) {
            return null;
        }
        ItemBindings inside = new ItemBindings(names, item);
        List<Object> values = new ArrayList<>();
        for (Object each : (List<?>) items) {
            Object counts = condition == null ? true : condition.value(inside.at(each));
            if (Boolean.FALSE.equals(counts)) {
                continue;
            }
            Object value = counts == null ? null : made.value(inside.at(each));
            if (value == null) {
                return null;
            }
            values.add(value);
        }
        return values;
    }
}
