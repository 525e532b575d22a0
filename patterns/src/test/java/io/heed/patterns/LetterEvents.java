package io.heed.patterns;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events without meaning: prompt types a to d and one slow type s, each with a number v and a text k. */
public final class LetterEvents {
    public static final EventCatalogue CATALOGUE = catalogue();
    public static final long SLOW_MILLIS = 6_000;

    private LetterEvents() {}

    private static EventCatalogue catalogue() {
        StringBuilder yaml = new StringBuilder("event-types:\n");
        for (String letter : List.of("a", "b", "c", "d", "s")) {
            yaml.append("  letter.").append(letter).append(":\n    description: A letter.\n    subject: customer\n");
            yaml.append(letter.equals("s") ? "    usual-delay: 6s\n" : "");
            yaml.append("    fields:\n      v: {type: number}\n      k: {type: text}\n");
        }
        DefinitionFile file = new DefinitionFile("letters.yaml", yaml.toString());
        return EventCatalogue.load(folder -> folder.equals("events/definitions") ? List.of(file) : List.of());
    }

    /** An event of a type named by its letter. */
    public static CareEvent letter(String letter, String id, long timeMillis, double v, @Nullable String k) {
        return slow(letter, id, timeMillis, timeMillis, v, k);
    }

    /** An event that arrives later than it happened. */
    public static CareEvent slow(
            String letter, String id, long timeMillis, long arrivedMillis, double v, @Nullable String k) {
        EventType type = CATALOGUE.require("letter." + letter);
        return new CareEvent(
                type, id, "test", "c1", timeMillis, arrivedMillis, CareEvent.NO_SEQUENCE, new @Nullable Object[] {v, k
                });
    }
}
