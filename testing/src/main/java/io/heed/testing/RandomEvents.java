package io.heed.testing;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random streams in order of arrival, the same for the same seed: equal times, disorder and late events included. */
public final class RandomEvents {
    private static final long START = 1_767_225_600_000L;

    private final Random random;
    private final List<EventType> types;
    private final long disorderMillis;
    private final double lateShare;

    /**
     * A stream of events of the types.
     *
     * @param disorderMillis how far behind the newest a prompt event may arrive
     * @param lateShare the share of events that arrive later still, by up to ten times that
     */
    public RandomEvents(long seed, List<EventType> types, long disorderMillis, double lateShare) {
        if (types.isEmpty()) {
            throw new IllegalArgumentException("types are none");
        }
        this.random = new Random(seed);
        this.types = List.copyOf(types);
        this.disorderMillis = disorderMillis;
        this.lateShare = lateShare;
    }

    /** The next events of a customer, about a tenth of them at the same time as the one before. */
    public List<CareEvent> next(String customer, int count, long meanGapMillis) {
        List<CareEvent> events = new ArrayList<>();
        long newest = START;
        for (int i = 0; i < count; i++) {
            newest += random.nextInt(10) == 0 ? 0 : random.nextLong(2 * meanGapMillis + 1);
            events.add(event(customer, i, newest, newest - behindMillis()));
        }
        return events;
    }

    private long behindMillis() {
        if (disorderMillis == 0 || random.nextBoolean()) {
            return 0;
        }
        return random.nextDouble() < lateShare
                ? disorderMillis + 1 + random.nextLong(9 * disorderMillis)
                : random.nextLong(disorderMillis + 1);
    }

    private CareEvent event(String customer, int number, long arrivedMillis, long timeMillis) {
        EventType type = types.get(random.nextInt(types.size()));
        @Nullable Object[] row = row(type.fields());
        return new CareEvent(type, customer + "-" + number, "random", customer, timeMillis, arrivedMillis, number, row);
    }

    private @Nullable Object[] row(List<Field> fields) {
        @Nullable Object[] row = new Object[fields.size()];
        for (int i = 0; i < row.length; i++) {
            Field field = fields.get(i);
            row[i] = field.required() || random.nextInt(4) > 0 ? value(field) : null;
        }
        return row;
    }

    private Object value(Field field) {
        if (field.type() == FieldType.TEXT && !field.values().isEmpty()) {
            return field.values().get(random.nextInt(field.values().size()));
        }
        return switch (field.type()) {
            case TEXT -> "text" + random.nextInt(4);
            case NUMBER -> random.nextInt(1_000) / 4.0; // exact in binary, so that sums do not depend on their order
            case WHOLE -> (long) random.nextInt(100);
            case FLAG -> random.nextBoolean();
            case TIME -> START + random.nextInt(1_000_000);
            case LIST -> {
                @Nullable Object[][] rows = new Object[random.nextInt(4)][];
                for (int i = 0; i < rows.length; i++) {
                    rows[i] = row(field.fields());
                }
                yield rows;
            }
        };
    }
}
