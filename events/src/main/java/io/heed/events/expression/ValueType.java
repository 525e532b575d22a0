package io.heed.events.expression;

/** What an expression must give. */
public enum ValueType {
    /** True or false. */
    CONDITION,
    /** A number; whole numbers are taken as numbers. */
    NUMBER,
    /** A text. */
    TEXT,
    /** A time. */
    TIME
}
