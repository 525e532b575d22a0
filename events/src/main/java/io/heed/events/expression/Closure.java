package io.heed.events.expression;

import org.jspecify.annotations.Nullable;

/** A checked expression, or a part of one, as an object that works out its value; thread safe. */
interface Closure {
    /** The value, or null where something that it reads is absent or cannot be reckoned with: CEL's error. */
    @Nullable
    Object value(Bindings names);
}
