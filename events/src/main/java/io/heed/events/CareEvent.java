package io.heed.events;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened: a typed row laid out by its type, immutable by convention (nobody writes into {@code values}
 * after construction).
 */
public final class CareEvent {
    /** The sequence of an event whose source gives none. */
    public static final long NO_SEQUENCE = Long.MIN_VALUE;

    private final EventType type;
    private final String id;
    private final String source;
    private final String subject;
    private final long timeMillis;
    private final long arrivedMillis;
    private final long sequence;
    private final @Nullable Object[] values;

    /**
     * An event with its row.
     *
     * @param subject the customer's hash, the area or the company; "" where nobody is named
     * @param timeMillis when it happened
     * @param arrivedMillis when its record arrived, never before {@code timeMillis} for a slow type
     * @param sequence its order among events of one source and time, or {@link #NO_SEQUENCE}
     * @param values one value for each field of the type, null where absent
     */
    public CareEvent(
            EventType type,
            String id,
            String source,
            String subject,
            long timeMillis,
            long arrivedMillis,
            long sequence,
            @Nullable Object[] values) {
        if (values.length != type.fields().size()) {
            throw new IllegalArgumentException(
                    "values are not as many as the fields of " + type + ": " + values.length);
        }
        this.type = type;
        this.id = id;
        this.source = source;
        this.subject = subject;
        this.timeMillis = timeMillis;
        this.arrivedMillis = arrivedMillis;
        this.sequence = sequence;
        this.values = values;
    }

    /** The type that lays out this row. */
    public EventType type() {
        return type;
    }

    /** The id, unique within its source. */
    public String id() {
        return id;
    }

    /** The system that it comes from. */
    public String source() {
        return source;
    }

    /** The customer's hash, the area or the company; "" where nobody is named. */
    public String subject() {
        return subject;
    }

    /** When it happened, in milliseconds since 1970. */
    public long timeMillis() {
        return timeMillis;
    }

    /** When its record arrived, in milliseconds since 1970. */
    public long arrivedMillis() {
        return arrivedMillis;
    }

    /** Its order among events of one source and time, or {@link #NO_SEQUENCE}. */
    public long sequence() {
        return sequence;
    }

    /** The place on the timeline: its own time, or for a slow type the time of its arrival. */
    public long dueMillis() {
        return type.isSlow() ? Math.max(timeMillis, arrivedMillis) : timeMillis;
    }

    /** The value at a place of the row, null where absent or where the row is older than the field. */
    public @Nullable Object value(int index) {
        return index < values.length ? values[index] : null;
    }

    /** The value of a field, null where absent or where the type has no such field. */
    public @Nullable Object value(String field) {
        int index = type.indexOf(field);
        return index < 0 ? null : values[index];
    }

    /** The text of a field, null where absent. */
    public @Nullable String text(String field) {
        return value(field) instanceof String text ? text : null;
    }

    /** The number of a field (whole numbers included), NaN where absent. */
    public double number(String field) {
        return value(field) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** The flag of a field; absent counts as false. */
    public boolean flag(String field) {
        return Boolean.TRUE.equals(value(field));
    }

    /** A copy of the row, for a new event made from this one. */
    public @Nullable Object[] copyOfValues() {
        return values.clone();
    }

    /** The same event with another row. */
    public CareEvent withValues(@Nullable Object[] newValues) {
        return new CareEvent(type, id, source, subject, timeMillis, arrivedMillis, sequence, newValues);
    }

    /** The same event with another time of arrival. */
    public CareEvent arrivedAt(long newArrivedMillis) {
        return new CareEvent(type, id, source, subject, timeMillis, newArrivedMillis, sequence, values);
    }

    /** The same event about another subject. */
    public CareEvent withSubject(String newSubject) {
        return new CareEvent(type, id, source, newSubject, timeMillis, arrivedMillis, sequence, values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CareEvent that
                && type.name().equals(that.type.name())
                && id.equals(that.id)
                && source.equals(that.source)
                && subject.equals(that.subject)
                && timeMillis == that.timeMillis
                && arrivedMillis == that.arrivedMillis
                && sequence == that.sequence
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(type.name(), id, source, timeMillis);
    }

    @Override
    public String toString() {
        return type + " " + source + "/" + id + " at " + Instant.ofEpochMilli(timeMillis);
    }
}
