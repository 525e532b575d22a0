package io.heed.events.expression;

import org.jspecify.annotations.Nullable;

/** What the names of a scope stand for in one evaluation. */
public interface Bindings {
    /** The Fields or List of Fields behind a name, or null where it is not bound. */
    @Nullable
    Object find(String name);

    /** One name bound to one event. */
    static Bindings ofEvent(String name, io.heed.events.CareEvent event) {
        EventRecord record = new EventRecord(event);
        return asked -> asked.equals(name) ? record : null;
    }
}
