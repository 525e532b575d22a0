package io.heed.events.expression;

/** A part of an expression is left to CEL. */
final class NotCoveredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotCoveredException() {
        super("not covered by closures", null, false, false);
    }
}
