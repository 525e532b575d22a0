package io.heed.events.expression;

import java.time.DateTimeException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An operator or function of one argument, which may not be absent. */
record OneArgument(Closure argument, UnaryOperator<Object> overload) implements Closure {
    @Override
    public @Nullable Object value(Bindings names) {
        Object value = argument.value(names);
        if (value == null) {
            return null;
        }
        try {
            return overload.apply(value);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException unusable) {
            return null;
        }
    }
}
