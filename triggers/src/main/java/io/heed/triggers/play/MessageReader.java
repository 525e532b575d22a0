package io.heed.triggers.play;

import io.heed.events.FieldType;
import io.heed.events.expression.ExpressionCompiler;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the approved text for the customer and its parameters. */
final class MessageReader {
    private MessageReader() {}

    /** The message of a play, or null where it has none. */
    static @Nullable MessageTemplate read(@Nullable YamlValue at, ExpressionCompiler compiler) {
        YamlMapping mapping = at == null ? null : at.mapping();
        if (mapping == null) {
            return null;
        }
        String template = mapping.requireText("template", "bill-explained");
        List<MessageTemplate.Parameter> parameters = new ArrayList<>();
        YamlValue declared = mapping.find("parameters");
        YamlMapping each = declared == null ? null : declared.mapping();
        if (each != null) {
            each.entries().forEach((name, value) -> {
                YamlMapping parameter = value.mapping();
                if (parameter != null) {
                    parameters.add(parameter(value.key(), parameter, compiler));
                    parameter.rejectUnknownKeys();
                }
            });
        }
        mapping.rejectUnknownKeys();
        return new MessageTemplate(template, parameters);
    }

    private static MessageTemplate.Parameter parameter(String name, YamlMapping mapping, ExpressionCompiler compiler) {
        YamlValue type = mapping.require("type", "number");
        YamlValue value = mapping.require("value", "bill.charges");
        FieldType fieldType = type == null ? null : type.choice(FieldType.class);
        if (fieldType == FieldType.LIST && type != null) {
            type.problem("type of a parameter cannot be list (legal: text)");
            fieldType = null;
        }
        if (fieldType != null && value != null) {
            compiler.compile(value, CompiledPlay.valueType(fieldType));
        }
        return new MessageTemplate.Parameter(
                name,
                fieldType == null ? FieldType.TEXT : fieldType,
                mapping.text("unit", ""),
                value == null ? "" : value.text());
    }
}
