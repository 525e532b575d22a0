package io.heed.events.expression;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A checked expression, ready to evaluate; thread safe. Not serializable: compile it where it runs. */
public final class Expression {
    private final String text;
    private final Closure closure;
    private final Set<String> reads;

    Expression(String text, Closure closure, Set<String> reads) {
        this.text = text;
        this.closure = closure;
        this.reads = reads;
    }

    /** The text as the user wrote it. */
    public String text() {
        return text;
    }

    /** The fields of a name that the expression reads, such as all features under {@code features}. */
    public Set<String> fieldsRead(String name) {
        Set<String> fields = new TreeSet<>();
        for (String read : reads) {
            if (read.startsWith(name + ".")) {
                fields.add(read.substring(name.length() + 1));
            }
        }
        return fields;
    }

    /** Whether closures evaluate it, which are many times faster than the CEL program that evaluates all others. */
    public boolean runsAsClosures() {
        return !(closure instanceof CelProgram);
    }

    /** The value, or null where something that it reads is absent or cannot be reckoned with (a division by zero). */
    public @Nullable Object evaluate(Bindings bindings) {
        return closure.value(bindings);
    }

    /** Whether a condition holds; it does not where something that it reads is absent. */
    public boolean holds(Bindings bindings) {
        return Boolean.TRUE.equals(evaluate(bindings));
    }

    /** The number, or NaN where something that it reads is absent. */
    public double number(Bindings bindings) {
        return evaluate(bindings) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    @Override
    public String toString() {
        return text;
    }
}
