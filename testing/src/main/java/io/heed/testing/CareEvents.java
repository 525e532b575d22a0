package io.heed.testing;

import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.catalogue.EventCatalogue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Events by the names of their fields: {@code CareEvents.on(catalogue).of("bill.issued").at("2026-03-01T10:00:00Z")
 * .with("amount", 12.5).create()}. Ids are numbered, so that equal calls in equal order give equal events.
 */
public final class CareEvents {
    private final EventCatalogue catalogue;
    private int count;

    private CareEvents(EventCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Events of the types of a catalogue. */
    public static CareEvents on(EventCatalogue catalogue) {
        return new CareEvents(catalogue);
    }

    /**
     * The next event, of a type.
     *
     * @throws IllegalArgumentException if the catalogue has no such type
     */
    public Draft of(String type) {
        return new Draft(catalogue.require(type), "e" + ++count, count);
    }

    /** An event that is being described; unless told otherwise, it is customer c1's, at 2026-01-01T00:00:00Z. */
    public static final class Draft {
        private final EventType type;
        private final long sequence;
        private final @Nullable Object[] row;
        private String id;
        private String source = "test";
        private String subject = "c1";
        private long timeMillis = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();
        private @Nullable Long arrivedMillis;

        private Draft(EventType type, String id, long sequence) {
            this.type = type;
            this.id = id;
            this.sequence = sequence;
            this.row = new Object[type.fields().size()];
        }

        /** Its id. */
        public Draft id(String newId) {
            id = newId;
            return this;
        }

        /** The system that it comes from. */
        public Draft from(String newSource) {
            source = newSource;
            return this;
        }

        /** The customer, area or company that it is about. */
        public Draft about(String newSubject) {
            subject = newSubject;
            return this;
        }

        /** When it happened, ISO-8601. */
        public Draft at(String time) {
            return at(Instant.parse(time).toEpochMilli());
        }

        /** When it happened, in milliseconds since 1970. */
        public Draft at(long newTimeMillis) {
            timeMillis = newTimeMillis;
            return this;
        }

        /** When it arrived, ISO-8601; without this, at the moment it happened. */
        public Draft arrived(String time) {
            arrivedMillis = Instant.parse(time).toEpochMilli();
            return this;
        }

        /**
         * The value of a field; a whole number may stand for a number and an ISO-8601 text for a time.
         *
         * @throws IllegalArgumentException if the type has no such field or the field is of another type
         */
        public Draft with(String name, Object value) {
            Field field = type.field(name);
            if (field == null) {
                throw new IllegalArgumentException("field is not declared by " + type + ": " + name);
            }
            row[type.indexOf(name)] = valueOf(field, value);
            return this;
        }

        /** The event. */
        public CareEvent create() {
            long arrived = arrivedMillis == null ? timeMillis : arrivedMillis;
            return new CareEvent(type, id, source, subject, timeMillis, arrived, sequence, row.clone());
        }

        private static Object valueOf(Field field, Object value) {
            if (field.type() == FieldType.TIME && value instanceof String time) {
                return Instant.parse(time).toEpochMilli();
            }
            if (field.type() == FieldType.NUMBER && value instanceof Number number) {
                return number.doubleValue();
            }
            if (field.type() == FieldType.WHOLE && value instanceof Integer whole) {
                return whole.longValue();
            }
            Class<?> expected = switch (field.type()) {
                case TEXT -> String.class;
                case NUMBER -> Double.class;
                case WHOLE, TIME -> Long.class;
                case FLAG -> Boolean.class;
                case LIST -> Object[][].class;
            };
            if (!expected.isInstance(value)) {
                throw new IllegalArgumentException(field.name() + " is not a " + field.type() + ": "
                        + value.getClass().getSimpleName());
            }
            return value;
        }
    }
}
