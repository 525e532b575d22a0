package io.heed.benchmarks.traffic;

import io.heed.events.EventType;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The event types of made-up traffic, and where their fields stand in a row. */
public final class TrafficTypes {
    /** What the event is about: an add-on, a session, an account, a conversation. */
    public static final int REFERENCE = 0;
    /** The page, topic, state or cell. */
    public static final int KIND = 1;
    /** The number. */
    public static final int AMOUNT = 2;
    /** How a contact ended; contacts alone have it. */
    public static final int OUTCOME = 3;

    private static final String FOLDER = "events/definitions";
    private static final String FILE = "event-types.yaml";

    private TrafficTypes() {}

    /** The catalogue, with Heed's own types. */
    public static EventCatalogue catalogue() {
        DefinitionFile file = new DefinitionFile(FILE, text(TrafficTypes.class, FILE));
        return EventCatalogue.load(folder -> folder.equals(FOLDER) ? List.of(file) : List.of());
    }

    /** A text that lies beside a class. */
    public static String text(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The place in a row where contacts say how they ended, for types that have it. */
    static boolean hasOutcome(EventType type) {
        return type.fields().size() > OUTCOME;
    }
}
