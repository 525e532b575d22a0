package io.heed.events.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code list.all(item, ...)} and {@code list.exists(item, ...)}: as {@code &&} and {@code ||} over the items, so that
 * one item that decides does so whatever is absent in others.
 *
 * @param deciding true for exists, false for all
 */
record Quantifier(Closure list, String item, Closure condition, Boolean deciding) implements Closure {
    @Override
    public @Nullable Object value(Bindings names) {
        Object items = list.value(names);
        if (items == null) {
            return null;
        }
        ItemBindings inside = new ItemBindings(names, item);
        boolean absent = false;
        for (Object each : (List<?>) items) {
            Object holds = condition.value(inside.at(each));
            if (deciding.equals(holds)) {
                return deciding;
            }
            absent |= holds == null;
        }
        return absent ? null : (Object) !deciding;
    }
}
