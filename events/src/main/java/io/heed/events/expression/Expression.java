package io.heed.events.expression;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.time.DateTimeException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A checked expression, ready to evaluate; thread safe. Not serializable: compile it where it runs. */
public final class Expression {
    /** Errors that the values at hand cause, not the expression: a record must never stop a job. */
    private static final Set<CelErrorCode> CAUSED_BY_VALUES = EnumSet.of(
            CelErrorCode.ATTRIBUTE_NOT_FOUND,
            CelErrorCode.BAD_FORMAT,
            CelErrorCode.DIVIDE_BY_ZERO,
            CelErrorCode.INDEX_OUT_OF_BOUNDS,
            CelErrorCode.INVALID_ARGUMENT,
            CelErrorCode.NUMERIC_OVERFLOW);

    private final String text;
    private final Program program;
    private final Set<String> reads;

    Expression(String text, Program program, Set<String> reads) {
        this.text = text;
        this.program = program;
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

    /** The value, or null where something that it reads is absent or cannot be reckoned with (a division by zero). */
    public @Nullable Object evaluate(Bindings bindings) {
        try {
            return program.eval((CelVariableResolver) name -> {
                Object bound = bindings.find(name);
                return bound == null ? Optional.empty() : Optional.of(RecordValue.wrap(bound));
            });
        } catch (CelEvaluationException failed) {
            if (isCausedByValues(failed)) {
                return null;
            }
            throw new IllegalStateException("cannot evaluate: " + text + ": " + failed.getMessage(), failed);
        }
    }

    /** Whether a condition holds; it does not where something that it reads is absent. */
    public boolean holds(Bindings bindings) {
        return Boolean.TRUE.equals(evaluate(bindings));
    }

    /** The number, or NaN where something that it reads is absent. */
    public double number(Bindings bindings) {
        return evaluate(bindings) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static boolean isCausedByValues(CelEvaluationException failed) {
        if (CAUSED_BY_VALUES.contains(failed.getErrorCode())) {
            return true;
        }
        for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof AbsentValueException
                    || cause instanceof ArithmeticException
                    || cause instanceof DateTimeException
                    || cause instanceof IllegalArgumentException) { // such as a time after the year 9999
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
