package io.heed.triggers.play;

import io.heed.events.FieldType;
import java.io.Serializable;
import java.util.List;

/**
 * An approved text for the customer, named by its id; Heed fills its parameters and never writes its words.
 *
 * @param id the id under which the sending system knows the text
 */
public record MessageTemplate(String id, List<Parameter> parameters) implements Serializable {
    /** One parameter: its type, the unit of a number, and the expression that gives it. */
    public record Parameter(String name, FieldType type, String unit, String value) implements Serializable {}

    /** Copies the parameters. */
    public MessageTemplate {
        parameters = List.copyOf(parameters);
    }
}
