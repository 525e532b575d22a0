package io.heed.events.expression;

/** What an expression must give. */
public enum ValueType {
    /** True or false. */
    CONDITION,
    /** A number; whole numbers are taken as numbers. */
    NUMBER,
    /** A text. */
    TEXT,
    /** An instant. */
    TIME,
    /** Anything that can be printed: a text, a number, a flag, an instant or a list of texts. */
    VALUE
}
