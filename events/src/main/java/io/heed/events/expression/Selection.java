package io.heed.events.expression;

import io.heed.events.CareEvent;
import org.jspecify.annotations.Nullable;

/** The field of an event or of another record. */
record Selection(Closure record, String field) implements Closure {
    @Override
    public @Nullable Object value(Bindings names) {
        Object from = record.value(names);
        if (from instanceof CareEvent event) {
            return EventRecord.valueOf(event, field);
        }
        return from == null ? null : ((Fields) from).get(field);
    }

    /** Whether the field is there; absent itself only where there is no record. */
    Closure presence() {
        return names -> {
            Object from = record.value(names);
            if (from instanceof CareEvent event) {
                return EventRecord.valueOf(event, field) != null;
            }
            return from == null ? null : ((Fields) from).get(field) != null;
        };
    }
}
