package io.heed.events.expression;

import io.heed.events.CareEvent;
import org.jspecify.annotations.Nullable;

/** What the names of a scope stand for in one evaluation. */
public interface Bindings {
    /** The event, the Fields or the List of either behind a name, or null where it is not bound. */
    @Nullable
    Object find(String name);

    /** One name bound to one event. */
    static Bindings ofEvent(String name, CareEvent event) {
        return asked -> asked.equals(name) ? event : null;
    }
}
