package io.heed.patterns.definition;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a pattern. */
final class ParametersReader {
    private final Problems problems;

    ParametersReader(Problems problems) {
        this.problems = problems;
    }

    SortedMap<String, Parameter> read(@Nullable YamlValue value) {
        SortedMap<String, Parameter> parameters = new TreeMap<>();
        YamlMapping mapping = value == null ? null : value.mapping();
        if (mapping != null) {
            mapping.entries().forEach((name, at) -> {
                Parameter parameter = problems.build(at.keyPosition(), () -> read(name, at));
                if (parameter != null) {
                    parameters.put(name, parameter);
                }
            });
        }
        return parameters;
    }

    private static @Nullable Parameter read(String name, YamlValue at) {
        YamlMapping body = at.mapping();
        if (body == null) {
            return null;
        }
        YamlValue typeValue = body.require("type", "duration");
        Parameter.Type type = typeValue == null ? null : typeValue.choice(Parameter.Type.class);
        String example = type == Parameter.Type.NUMBER ? "1.5" : "24h";
        String description = body.text("description", "");
        YamlValue value = body.require("default", example);
        YamlValue min = body.require("min", example);
        YamlValue max = body.require("max", example);
        body.rejectUnknownKeys();
        if (type == null || value == null || min == null || max == null) {
            return null;
        }
        return new Parameter(name, type, description, read(type, value), read(type, min), read(type, max));
    }

    private static double read(Parameter.Type type, YamlValue value) {
        return type == Parameter.Type.DURATION ? value.durationMillis() : value.number();
    }
}
