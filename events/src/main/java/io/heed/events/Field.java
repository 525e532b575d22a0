package io.heed.events;

import java.io.Serializable;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One field of an event type.
 *
 * @param unit the unit of its values, "" where it has none
 * @param required whether an event without it is refused
 * @param values the only legal texts, empty where any text is
 * @param reference what the value refers to (account, line, phone, ...), "" where nothing
 * @param fields the fields of a list's records, empty for all other types
 */
public record Field(
        String name,
        FieldType type,
        String description,
        String unit,
        boolean required,
        List<String> values,
        PersonalData personal,
        String reference,
        List<Field> fields)
        implements Serializable {
    /** What a field may refer to. */
    public static final List<String> REFERENCES =
            List.of("account", "line", "phone", "email", "cookie", "payer", "user");

    private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

    /** Checks the name and that only lists have fields, only texts have values. */
    public Field {
        values = List.copyOf(values);
        fields = List.copyOf(fields);
        check(NAME.matcher(name).matches(), "a field's name is not camelCase: " + name + " (legal: billingDay)");
        check(fields.isEmpty() || type == FieldType.LIST, "only a list has fields of its own: " + name);
        check(!fields.isEmpty() || type != FieldType.LIST, "a list has no fields: " + name);
        check(values.isEmpty() || type == FieldType.TEXT, "only a text has a list of legal values: " + name);
        check(personal == PersonalData.NONE || type == FieldType.TEXT, "only a text can be personal: " + name);
        check(
                reference.isEmpty() || REFERENCES.contains(reference),
                "a reference is not one of " + REFERENCES + ": " + reference);
        check(fields.stream().allMatch(f -> f.type != FieldType.LIST), "a list inside a list is not allowed: " + name);
    }

    /** A plain optional field, for types that Heed derives by itself. */
    public static Field optional(String name, FieldType type, String description) {
        return new Field(name, type, description, "", false, List.of(), PersonalData.NONE, "", List.of());
    }

    /** Whether it, or a field of its records, holds personal data. */
    public boolean isPersonal() {
        return personal != PersonalData.NONE || fields.stream().anyMatch(Field::isPersonal);
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
