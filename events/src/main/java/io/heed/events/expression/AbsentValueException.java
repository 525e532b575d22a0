package io.heed.events.expression;

/** An expression read a value that is not there, without asking {@code has()} first. */
public final class AbsentValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AbsentValueException(String field) {
        super("value is absent: " + field, null, false, false);
    }
}
