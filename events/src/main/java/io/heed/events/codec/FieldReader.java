package io.heed.events.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.heed.events.Field;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the value of one declared field out of JSON. */
public final class FieldReader {
    private static final long YEAR_1 = -62_135_596_800_000L;
    private static final long YEAR_10000 = 253_402_300_800_000L;

    private final RecordLimits limits;

    /** A reader that holds values to the limits. */
    public FieldReader(RecordLimits limits) {
        this.limits = limits;
    }

    /**
     * The value as a row holds it, or null where the field is absent.
     *
     * @param path how to name the field in a reason
     * @throws RefusedRecordException if the value breaks the field's declaration
     */
    public @Nullable Object read(Field field, @Nullable JsonNode value, String path) {
        if (value == null || value.isNull()) {
            if (field.required()) {
                throw new RefusedRecordException(path + " is missing");
            }
            return null;
        }
        return switch (field.type()) {
            case TEXT -> text(field, value, path);
            case NUMBER -> number(value, path);
            case WHOLE -> whole(value, path);
            case FLAG -> flag(value, path);
            case TIME -> timeMillis(value, path);
            case LIST -> list(field, value, path);
        };
    }

    /**
     * The milliseconds of an ISO-8601 time.
     *
     * @throws RefusedRecordException if it is none
     */
    public long timeMillis(@Nullable JsonNode value, String path) {
        if (value == null || value.isNull()) {
            throw new RefusedRecordException(path + " is missing");
        }
        if (!value.isTextual()) {
            throw new RefusedRecordException(path + " is not an ISO-8601 time but " + kind(value));
        }
        try {
            String text = value.textValue();
            Instant time = text.endsWith("Z")
                    ? Instant.parse(text)
                    : OffsetDateTime.parse(text).toInstant();
            long millis = time.toEpochMilli();
            if (millis < YEAR_1 || millis >= YEAR_10000) {
                throw new RefusedRecordException(path + " is not within the years 1 to 9999");
            }
            return millis;
        } catch (DateTimeException | ArithmeticException invalid) {
            throw new RefusedRecordException(path + " is not an ISO-8601 time but " + kind(value));
        }
    }

    private String text(Field field, JsonNode value, String path) {
        if (!value.isTextual()) {
            throw new RefusedRecordException(path + " is not text but " + kind(value));
        }
        String text = value.textValue();
        if (text.length() > limits.textCharacters()) {
            throw new RefusedRecordException(
                    path + " is longer than " + limits.textCharacters() + " characters: " + text.length());
        }
        if (!field.values().isEmpty() && !field.values().contains(text)) {
            throw new RefusedRecordException(path + " is not one of " + field.values() + " but " + kind(value));
        }
        return text;
    }

    private static Double number(JsonNode value, String path) {
        if (!value.isNumber()) {
            throw new RefusedRecordException(path + " is not a number but " + kind(value));
        }
        if (!Double.isFinite(value.doubleValue())) {
            throw new RefusedRecordException(path + " is not a finite number");
        }
        return value.doubleValue();
    }

    private static Long whole(JsonNode value, String path) {
        if (!value.isNumber() || !value.canConvertToExactIntegral()) {
            throw new RefusedRecordException(path + " is not a whole number but " + kind(value));
        }
        if (!value.canConvertToLong()) {
            throw new RefusedRecordException(path + " is not a whole number of 64 bits");
        }
        return value.longValue();
    }

    private static Boolean flag(JsonNode value, String path) {
        if (!value.isBoolean()) {
            throw new RefusedRecordException(path + " is not true or false but " + kind(value));
        }
        return value.booleanValue();
    }

    private @Nullable Object[][] list(Field field, JsonNode value, String path) {
        if (!value.isArray()) {
            throw new RefusedRecordException(path + " is not a list but " + kind(value));
        }
        if (value.size() > limits.listItems()) {
            throw new RefusedRecordException(path + " has more than " + limits.listItems() + " items: " + value.size());
        }
        @Nullable Object[][] rows = new Object[value.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = row(field.fields(), value.get(i), path + "[" + i + "]");
        }
        return rows;
    }

    private @Nullable Object[] row(List<Field> fields, JsonNode value, String path) {
        if (!value.isObject()) {
            throw new RefusedRecordException(path + " is not an object but " + kind(value));
        }
        @Nullable Object[] row = new Object[fields.size()];
        for (int i = 0; i < row.length; i++) {
            Field field = fields.get(i);
            row[i] = read(field, value.get(field.name()), path + "." + field.name());
        }
        return row;
    }

    /** A value's kind and size, since the value itself may be personal. */
    static String kind(@Nullable JsonNode value) {
        if (value == null || value.isNull()) {
            return "missing";
        }
        if (value.isTextual()) {
            return "text of " + value.textValue().length() + " characters";
        }
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a number with a fraction";
            case BOOLEAN -> "a flag";
            case ARRAY -> "a list of " + value.size();
            default -> "an object";
        };
    }
}
