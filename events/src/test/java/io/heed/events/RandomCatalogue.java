package io.heed.events;

import io.heed.events.catalogue.EventCatalogue;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A catalogue of random types and random rows of them, the same for the same seed. */
public final class RandomCatalogue {
    private static final String[] TYPES = {"text", "number", "whole", "flag", "time"};
    private static final String[] TEXTS = {"", "é", "naïve \"quoted\"\n\t\\", "\u0000", "😀", "漢字", "plain"};
    private static final long TIME = 1_772_359_200_000L;

    private final Random random;
    private final EventCatalogue catalogue;

    /** A catalogue of up to five types. */
    public RandomCatalogue(long seed) {
        this.random = new Random(seed);
        this.catalogue = TestCatalogue.of(yaml());
    }

    /** The catalogue. */
    public EventCatalogue catalogue() {
        return catalogue;
    }

    /** An event of one of its types; about a third of its values is absent. */
    public CareEvent event() {
        EventType type = catalogue.require("random.type" + random.nextInt(5));
        @Nullable Object[] row = row(type.fields());
        return new CareEvent(
                type,
                "id" + random.nextInt(),
                "source" + random.nextInt(3),
                random.nextBoolean() ? "" : "customer" + random.nextInt(9),
                TIME + random.nextInt(1_000_000),
                random.nextBoolean() ? Long.MIN_VALUE : TIME + 2_000_000 + random.nextInt(1_000_000),
                random.nextLong(),
                row);
    }

    private @Nullable Object[] row(java.util.List<Field> fields) {
        @Nullable Object[] row = new Object[fields.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = random.nextInt(3) == 0 ? null : value(fields.get(i));
        }
        return row;
    }

    private Object value(Field field) {
        return switch (field.type()) {
            case TEXT -> TEXTS[random.nextInt(TEXTS.length)] + random.nextInt();
            case NUMBER -> random.nextBoolean() ? random.nextGaussian() * 1e6 : Double.MIN_VALUE;
            case WHOLE -> random.nextLong();
            case FLAG -> random.nextBoolean();
            case TIME -> TIME + random.nextInt();
            case LIST -> {
                @Nullable Object[][] rows = new Object[random.nextInt(4)][];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = row(field.fields());
                }
                yield rows;
            }
        };
    }

    private String yaml() {
        StringBuilder yaml = new StringBuilder("event-types:\n");
        for (int type = 0; type < 5; type++) {
            yaml.append("  random.type").append(type).append(":\n    fields:\n");
            int fields = 1 + random.nextInt(20);
            for (int i = 0; i < fields; i++) {
                yaml.append("      field")
                        .append(i)
                        .append(": {type: ")
                        .append(fieldType())
                        .append("}\n");
            }
        }
        return yaml.toString();
    }

    private String fieldType() {
        if (random.nextInt(6) > 0) {
            return TYPES[random.nextInt(TYPES.length)];
        }
        return "list, fields: {first: {type: " + TYPES[random.nextInt(TYPES.length)] + "}, second: {type: text}}";
    }
}
