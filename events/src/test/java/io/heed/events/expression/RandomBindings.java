package io.heed.events.expression;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.TestCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Random events, features and parameters of every type, the same for the same seed; about a third of all values is
 * absent, and one name is never bound. NaN is none of them, since nobody can send it.
 */
final class RandomBindings {
    private static final EventType THING = TestCatalogue.of("""
            event-types:
              thing.happened:
                fields:
                  number: {type: number}
                  whole: {type: whole}
                  text: {type: text}
                  flag: {type: flag}
                  moment: {type: time}
                  rows: {type: list, fields: {number: {type: number}, text: {type: text}}}
            """).require("thing.happened");
    private static final double[] NUMBERS = {0, -0.0, 1.5, 2.5, 7, -3, 1e18, 9.3e18, 1e300};
    private static final long[] WHOLES = {0, 1, -1, 7, 1_000, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final String[] TEXTS = {"", "a", "ab", "ba", "7", "-1.5", "\u00e9\ud83d\ude00"};
    private static final long TIME = 1_772_359_200_000L;
    private static final long[] TIMES = {0, 1, TIME, TIME + 250, -62_135_596_800_000L, 253_402_300_799_999L};

    static final Scope SCOPE = Scope.empty()
            .withEvent("event", List.of(THING))
            .withEvent("first", List.of(THING))
            .withEvent("unbound", List.of(THING))
            .withEvents("stage", List.of(THING))
            .withNumbers("features", List.of("plenty", "scarce"))
            .withParameters("parameters", List.of("ratio"), List.of("gap"));

    private final Random random;

    RandomBindings(long seed) {
        this.random = new Random(seed);
    }

    /** Values behind all names but one. */
    Bindings next() {
        CareEvent event = event();
        CareEvent first = event();
        List<CareEvent> stage = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            stage.add(event());
        }
        Double scarce = random.nextBoolean() ? null : number();
        double plenty = number();
        double ratio = number();
        Duration gap = Duration.ofMillis(random.nextInt());
        Fields features = field -> field.equals("plenty") ? (Object) plenty : scarce;
        Fields parameters = field -> field.equals("ratio") ? (Object) ratio : gap;
        return name -> switch (name) {
            case "event" -> event;
            case "first" -> new EventRecord(first);
            case "stage" -> stage;
            case "features" -> features;
            case "parameters" -> parameters;
            default -> null;
        };
    }

    private CareEvent event() {
        return new CareEvent(THING, "id" + random.nextInt(3), "s", "c", time(), 0, 0, row(THING.fields()));
    }

    private @Nullable Object[] row(List<Field> fields) {
        @Nullable Object[] row = new Object[fields.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = random.nextInt(3) == 0 ? null : value(fields.get(i));
        }
        return row;
    }

    private Object value(Field field) {
        return switch (field.type()) {
            case TEXT -> TEXTS[random.nextInt(TEXTS.length)];
            case NUMBER -> number();
            case WHOLE -> WHOLES[random.nextInt(WHOLES.length)];
            case FLAG -> random.nextBoolean();
            case TIME -> time();
            case LIST -> {
                @Nullable Object[][] rows = new Object[random.nextInt(4)][];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = row(field.fields());
                }
                yield rows;
            }
        };
    }

    private double number() {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    private long time() {
        return random.nextInt(3) > 0 ? TIME + random.nextInt(100_000_000) : TIMES[random.nextInt(TIMES.length)];
    }
}
