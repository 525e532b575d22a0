package io.heed.patterns.definition;

import io.heed.events.yaml.Durations;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A number or duration of a pattern that a care lead may set within bounds.
 *
 * @param value the value now: the number, or the duration in milliseconds
 * @param min the least legal value
 * @param max the largest legal value
 */
public record Parameter(String name, Type type, String description, double value, double min, double max)
        implements Serializable {
    /** What a parameter holds. */
    public enum Type {
        /** A number. */
        NUMBER,
        /** A duration. */
        DURATION
    }

    /** Checks the name and the bounds. */
    public Parameter {
        check(name.matches("[a-z][A-Za-z0-9]*"), "a parameter's name is not camelCase: " + name + " (legal: ratio)");
        check(min <= max, "min is above max for parameter " + name + ": " + text(type, min));
        check(
                value >= min && value <= max,
                "parameter " + name + " is not within " + text(type, min) + " to " + text(type, max) + ": "
                        + text(type, value));
    }

    /**
     * The same parameter with another value.
     *
     * @throws IllegalArgumentException if the text is no value of its type or not within its bounds
     */
    public Parameter withValue(String newValue) {
        return new Parameter(name, type, description, parse(type, newValue), min, max);
    }

    /** The value as a user writes it. */
    public String text() {
        return text(type, value);
    }

    static double parse(Type type, String text) {
        if (type == Type.DURATION) {
            return Durations.parseMillis(text);
        }
        Double number = number(text);
        check(number != null && Double.isFinite(number), "not a number: " + text + " (legal: 1.5)");
        return number == null ? 0 : number;
    }

    private static @Nullable Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException refused) {
            return null;
        }
    }

    private static String text(Type type, double value) {
        return type == Type.DURATION ? Durations.format((long) value) : String.valueOf(value);
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
