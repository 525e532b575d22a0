package io.heed.events.expression;

import io.heed.events.CareEvent;
import io.heed.events.Field;
import io.heed.events.FieldType;
import java.time.Instant;
import java.util.AbstractList;
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
        return valueOf(event, name);
    }

    /** What an expression reads under a name of an event, or null where it is absent. */
    static @Nullable Object valueOf(CareEvent event, String name) {
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
        return field.type() == FieldType.LIST ? new RowList(field.fields(), (Object[][]) value) : value;
    }

    /** The rows of a list, each wrapped when it is asked for. */
    private static final class RowList extends AbstractList<Fields> {
        private final List<Field> fields;
        private final @Nullable Object[][] rows;

        RowList(List<Field> fields, @Nullable Object[][] rows) {
            this.fields = fields;
            this.rows = rows;
        }

        @Override
        public Fields get(int index) {
            return new RowRecord(fields, rows[index]);
        }

        @Override
        public int size() {
            return rows.length;
        }
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
