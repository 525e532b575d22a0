package io.heed.events.expression;

import io.heed.events.CareEvent;
import io.heed.events.Field;
import io.heed.events.FieldType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event as an expression reads it: its own fields and id, source, type, subject and time. */
public final class EventRecord implements Fields {
    private final CareEvent event;

    /** A view of an event; nothing is copied. */
    public EventRecord(CareEvent event) {
        this.event = event;
    }

    /** The event behind the view. */
    public CareEvent event() {
        return event;
    }

    @Override
    public @Nullable Object get(String name) {
        int index = event.type().indexOf(name);
        if (index >= 0) {
            return valueOf(event.type().fields().get(index), event.value(index));
        }
        return switch (name) {
            case "id" -> event.id();
            case "source" -> event.source();
            case "type" -> event.type().name();
            case "subject" -> event.subject();
            case "time" -> Instant.ofEpochMilli(event.timeMillis());
            default -> null;
        };
    }

    private static @Nullable Object valueOf(Field field, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (field.type() == FieldType.TIME) {
            return Instant.ofEpochMilli((Long) value);
        }
        return field.type() == FieldType.LIST ? rows(field.fields(), (Object[][]) value) : value;
    }

    private static List<Fields> rows(List<Field> fields, @Nullable Object[][] rows) {
        List<Fields> records = new ArrayList<>(rows.length);
        for (@Nullable Object[] row : rows) {
            records.add(new RowRecord(fields, row));
        }
        return records;
    }

    private static final class RowRecord implements Fields {
        private final List<Field> fields;
        private final @Nullable Object[] row;

        RowRecord(List<Field> fields, @Nullable Object[] row) {
            this.fields = fields;
            this.row = row;
        }

        @Override
        public @Nullable Object get(String name) {
            for (int i = 0; i < fields.size(); i++) {
                if (fields.get(i).name().equals(name)) {
                    return valueOf(fields.get(i), row[i]);
                }
            }
            return null;
        }
    }
}
