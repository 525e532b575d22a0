package io.heed.events.catalogue;

import io.heed.events.EventType;
import io.heed.events.yaml.Problems;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Every event type and contact of a workspace, Heed's own types included. */
public final class EventCatalogue implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, EventType> types;
    private final List<ContactDefinition> contacts;

    EventCatalogue(Map<String, EventType> types, List<ContactDefinition> contacts) {
        this.types = new TreeMap<>(types);
        this.contacts = List.copyOf(contacts);
    }

    /**
     * The catalogue that a workspace declares in {@code events/definitions}.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException naming every problem
     */
    public static EventCatalogue load(Workspace workspace) {
        Problems problems = new Problems();
        EventCatalogue catalogue = new CatalogueReader(problems).read(workspace);
        problems.throwIfAny();
        return catalogue;
    }

    /** The type of that name, or null. */
    public @Nullable EventType find(String name) {
        return types.get(name);
    }

    /**
     * The type of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public EventType require(String name) {
        EventType type = types.get(name);
        if (type == null) {
            throw new IllegalArgumentException("event type is not declared: " + name + nearest(name));
        }
        return type;
    }

    /** All types, by name. */
    public Collection<EventType> types() {
        return Collections.unmodifiableCollection(types.values());
    }

    /** The declared contacts. */
    public List<ContactDefinition> contacts() {
        return contacts;
    }

    /** A hint at the declared name that looks most like an undeclared one, for messages. */
    public String nearest(String name) {
        String nearest = NearestName.of(name, types.keySet());
        return nearest.isEmpty() ? "" : " (legal: " + nearest + ")";
    }
}
