package io.heed.events.expression;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.time.DateTimeException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An expression run by CEL itself. */
final class CelProgram implements Closure {
    /** Errors that the values at hand cause, not the expression: a record must never stop a job. */
    private static final Set<CelErrorCode> CAUSED_BY_VALUES = EnumSet.of(
            CelErrorCode.ATTRIBUTE_NOT_FOUND,
            CelErrorCode.BAD_FORMAT,
            CelErrorCode.DIVIDE_BY_ZERO,
            CelErrorCode.INDEX_OUT_OF_BOUNDS,
            CelErrorCode.INVALID_ARGUMENT,
            CelErrorCode.NUMERIC_OVERFLOW,
            CelErrorCode
                    .OVERLOAD_NOT_FOUND); // CEL hands on the error of an inner || as a value, to a ! that refuses it

    private final String text;
    private final Program program;

    CelProgram(String text, Program program) {
        this.text = text;
        this.program = program;
    }

    @Override
    public @Nullable Object value(Bindings names) {
        try {
            return program.eval((CelVariableResolver) name -> {
                Object bound = names.find(name);
                return bound == null ? Optional.empty() : Optional.of(RecordValue.wrap(bound));
            });
        } catch (CelEvaluationException failed) {
            if (isCausedByValues(failed)) {
                return null;
            }
            throw new IllegalStateException("cannot evaluate: " + text + ": " + failed.getMessage(), failed);
        }
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
}
