package io.heed.events.expression;

import org.jspecify.annotations.Nullable;

/** {@code condition ? then : otherwise}; what is not chosen may be absent. */
record Choice(Closure condition, Closure then, Closure otherwise) implements Closure {
    @Override
    public @Nullable Object value(Bindings names) {
        Object holds = condition.value(names);
        if (holds == null) {
            return null;
        }
        return Boolean.TRUE.equals(holds) ? then.value(names) : otherwise.value(names);
    }
}
