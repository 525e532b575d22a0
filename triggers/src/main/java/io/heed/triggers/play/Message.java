package io.heed.triggers.play;

import io.heed.events.FieldType;
import java.util.List;

/**
 * An approved text for the customer with the values that go into it.
 *
 * @param template the id under which the sending system knows the text
 */
public record Message(String template, List<Parameter> parameters) {
    /**
     * One value of the text.
     *
     * @param value a String, Double or Boolean; times as ISO-8601 texts
     */
    public record Parameter(String name, FieldType type, String unit, Object value) {}

    /** Copies the parameters. */
    public Message {
        parameters = List.copyOf(parameters);
    }
}
