package io.heed.patterns.drawing;

import io.heed.events.yaml.Durations;
import io.heed.patterns.definition.Parameter;
import io.heed.patterns.definition.PatternDefinition;
import java.util.List;

/**
 * A parameter as its author wrote it.
 *
 * @param value the value now
 * @param bounds such as {@code 1h to 72h}
 */
public record ParameterRow(String name, String value, String bounds, String description) {
    /** The parameters of a pattern, by name. */
    public static List<ParameterRow> of(PatternDefinition pattern) {
        return pattern.parameters().values().stream().map(ParameterRow::of).toList();
    }

    private static ParameterRow of(Parameter parameter) {
        Parameter.Type type = parameter.type();
        return new ParameterRow(
                parameter.name(),
                text(type, parameter.value()),
                text(type, parameter.min()) + " to " + text(type, parameter.max()),
                parameter.description());
    }

    private static String text(Parameter.Type type, double value) {
        if (type == Parameter.Type.DURATION) {
            return Durations.format((long) value);
        }
        boolean whole = Math.rint(value) == value && Math.abs(value) < 1e15;
        return whole ? String.valueOf((long) value) : String.valueOf(value);
    }
}
