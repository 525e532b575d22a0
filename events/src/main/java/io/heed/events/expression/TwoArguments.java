package io.heed.events.expression;

import java.time.DateTimeException;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** An operator or function of two arguments, neither of which may be absent. */
record TwoArguments(Closure left, Closure right, BinaryOperator<Object> overload) implements Closure {
    @Override
    public @Nullable Object value(Bindings names) {
        Object first = left.value(names);
        Object second = first == null ? null : right.value(names);
        if (first == null || second == null) {
            return null;
        }
        try {
            return overload.apply(first, second);
        } catch (ArithmeticException | DateTimeException | IllegalArgumentException unusable) {
            return null;
        }
    }
}
