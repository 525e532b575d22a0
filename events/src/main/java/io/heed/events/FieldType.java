package io.heed.events;

/** What a field holds, and the Java type that a row holds it as. */
public enum FieldType {
    /** {@link String}. */
    TEXT,
    /** {@link Double}. */
    NUMBER,
    /** {@link Long}. */
    WHOLE,
    /** {@link Boolean}. */
    FLAG,
    /** {@link Long}: milliseconds since 1970. */
    TIME,
    /** {@code Object[][]}: records, each laid out by the field's own fields. */
    LIST
}
