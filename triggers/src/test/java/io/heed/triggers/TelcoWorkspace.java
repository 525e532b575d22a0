package io.heed.triggers;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The shipped workspace, and events of its types. */
public final class TelcoWorkspace {
    /** The repository's root, where Maven runs a module's tests one folder below it. */
    public static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** The shipped event types. */
    public static final EventCatalogue EVENTS = EventCatalogue.load(Workspace.local(ROOT));

    private TelcoWorkspace() {}

    /** An event with some of its fields; whole numbers and times may be given as int and as ISO-8601 text. */
    public static CareEvent event(String type, String id, String customer, long timeMillis, Object... namesAndValues) {
        EventType layout = EVENTS.require(type);
        @Nullable Object[] row = new Object[layout.fields().size()];
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Field field = layout.field((String) namesAndValues[i]);
            if (field == null) {
                throw new IllegalArgumentException("no field " + namesAndValues[i] + " in " + type);
            }
            row[layout.indexOf(field.name())] = typed(field, namesAndValues[i + 1]);
        }
        return new CareEvent(layout, id, "test", customer, timeMillis, timeMillis, CareEvent.NO_SEQUENCE, row);
    }

    private static Object typed(Field field, Object value) {
        if (field.type() == FieldType.TIME) {
            return Instant.parse((String) value).toEpochMilli();
        }
        if (field.type() == FieldType.LIST) {
            return ((List<?>) value)
                    .stream().map(row -> record(field, (Map<?, ?>) row)).toArray(Object[][]::new);
        }
        if (field.type() == FieldType.WHOLE) {
            return ((Number) value).longValue();
        }
        return value;
    }

    private static @Nullable Object[] record(Field list, Map<?, ?> values) {
        return list.fields().stream().map(field -> values.get(field.name())).toArray();
    }
}
