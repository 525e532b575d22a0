package io.heed.events.state;

import io.heed.events.Field;
import io.heed.events.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How rows were laid out when they were written, as text: {@code account:TEXT,items:LIST[kind:TEXT,amount:NUMBER]}.
 *
 * @param columns the fields in order
 */
record Layout(List<Column> columns) {
    private record Column(String name, String type, Layout records) {
        boolean hasGrownFrom(Column before) {
            return name.equals(before.name) && type.equals(before.type) && records.hasGrownFrom(before.records);
        }
    }

    /** The text of a layout. */
    static String of(List<Field> fields) {
        return fields.stream()
                .map(field -> field.name() + ":" + field.type()
                        + (field.type() == FieldType.LIST ? "[" + of(field.fields()) + "]" : ""))
                .collect(Collectors.joining(","));
    }

    /** The layout of a text that {@link #of} gave. */
    static Layout parse(String text) {
        List<Column> columns = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start);
            columns.add(column(text.substring(start, end)));
            start = end + 1;
        }
        return new Layout(columns);
    }

    /** Whether rows of the earlier layout can be read as this one: the same fields in the same places, more at the end. */
    boolean hasGrownFrom(Layout before) {
        if (columns.size() < before.columns.size()) {
            return false;
        }
        for (int i = 0; i < before.columns.size(); i++) {
            if (!columns.get(i).hasGrownFrom(before.columns.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Column column(String text) {
        int colon = text.indexOf(':');
        int bracket = text.indexOf('[');
        String name = text.substring(0, colon);
        return bracket < 0
                ? new Column(name, text.substring(colon + 1), parse(""))
                : new Column(
                        name,
                        text.substring(colon + 1, bracket),
                        parse(text.substring(bracket + 1, text.length() - 1)));
    }

    private static int end(String text, int start) {
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == ',' && depth == 0) {
                return i;
            }
            depth += next == '[' ? 1 : next == ']' ? -1 : 0;
        }
        return text.length();
    }
}
