package io.heed.features;

import io.heed.events.CareEvent;
import org.jspecify.annotations.Nullable;

/**
 * The groups of a series.
 *
 * @param field the field whose values are kept apart, "" where there is one group of all
 */
record Groups(String field) {
    /** The group that an event names: "" where there are none to name, null where it names none. */
    @Nullable
    String of(@Nullable CareEvent event) {
        if (field.isEmpty()) {
            return "";
        }
        Object value = event == null ? null : event.value(field);
        return value == null ? null : value.toString();
    }
}
