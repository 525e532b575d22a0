package io.heed.events.expression;

import org.jspecify.annotations.Nullable;

/** The names outside a macro and the name of its item, which hides one outside; made for one evaluation. */
final class ItemBindings implements Bindings {
    private final Bindings outside;
    private final String name;
    private @Nullable Object item;

    ItemBindings(Bindings outside, String name) {
        this.outside = outside;
        this.name = name;
    }

    /** Turns to an item of the list. */
    ItemBindings at(Object next) {
        item = next;
        return this;
    }

    @Override
    public @Nullable Object find(String asked) {
        return asked.equals(name) ? item : outside.find(asked);
    }
}
