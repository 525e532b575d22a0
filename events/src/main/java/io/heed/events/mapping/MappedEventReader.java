package io.heed.events.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.FieldType;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.codec.EventNames;
import io.heed.events.codec.EventReader;
import io.heed.events.codec.EventTimes;
import io.heed.events.codec.FieldReader;
import io.heed.events.codec.JsonRecord;
import io.heed.events.codec.RawRecord;
import io.heed.events.codec.Reading;
import io.heed.events.codec.RecordLimits;
import io.heed.events.codec.RefusedRecordException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the records of one foreign source as events. */
public final class MappedEventReader implements EventReader {
    private static final ObjectReader CSV =
            new CsvMapper().readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY);
    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,5})?");

    private final SourceMapping mapping;
    private final EventCatalogue catalogue;
    private final RecordLimits limits;
    private final FieldReader fields;
    private final ObjectReader csv;
    private final @Nullable TimeFormat timeFormat;

    /** A reader of a source's records as types of a catalogue. */
    public MappedEventReader(SourceMapping mapping, EventCatalogue catalogue, RecordLimits limits) {
        this.mapping = mapping;
        this.catalogue = catalogue;
        this.limits = limits;
        this.fields = new FieldReader(limits);
        this.csv = CSV.with(CsvSchema.emptySchema().withColumnSeparator(mapping.separator()));
        this.timeFormat = mapping.timeFormat().isEmpty()
                ? null
                : new TimeFormat(mapping.timeFormat(), ZoneId.of(mapping.timeZone()));
    }

    @Override
    public Reading read(RawRecord raw) {
        try {
            JsonNode record = mapping.format() == SourceFormat.CSV
                    ? csvRecord(raw.bytes())
                    : JsonRecord.parse(raw.bytes(), limits);
            return new Reading.Accepted(event(record, raw), 0);
        } catch (RefusedRecordException refused) {
            return new Reading.Refused(String.valueOf(refused.getMessage()));
        }
    }

    private CareEvent event(JsonNode record, RawRecord raw) {
        EventType type = type(record);
        long arrived = mapping.arrived().isEmpty()
                ? raw.timestampMillis()
                : EventTimes.arrival(time(record, mapping.arrived()), raw.timestampMillis(), limits);
        EventTimes times = EventTimes.of(time(record, mapping.time()), arrived, limits);
        return new CareEvent(
                type,
                id(record),
                mapping.name(),
                mapping.subject().isEmpty() ? "" : text(record, mapping.subject(), ""),
                times.timeMillis(),
                times.arrivedMillis(),
                sequence(record, raw),
                row(type, record));
    }

    private EventType type(JsonNode record) {
        String kind = mapping.typeField().isEmpty() ? "" : text(record, mapping.typeField(), null);
        String type = mapping.typeOf(kind);
        if (type == null) {
            throw new RefusedRecordException(mapping.typeField() + " is of a kind that is not mapped to an event type");
        }
        return catalogue.require(type);
    }

    private String id(JsonNode record) {
        StringJoiner id = new StringJoiner("/");
        mapping.id().forEach(field -> id.add(text(record, field, null)));
        return EventNames.check("id", id.toString());
    }

    private long sequence(JsonNode record, RawRecord raw) {
        if (mapping.sequence().isEmpty()) {
            return raw.position();
        }
        try {
            return Long.parseLong(text(record, mapping.sequence(), null));
        } catch (NumberFormatException invalid) {
            throw new RefusedRecordException(mapping.sequence() + " is not a whole number");
        }
    }

    private @Nullable Object[] row(EventType type, JsonNode record) {
        @Nullable Object[] row = new Object[type.fields().size()];
        for (int i = 0; i < row.length; i++) {
            Field field = type.fields().get(i);
            String name = mapping.recordField(field.name());
            JsonNode value = record.get(name);
            boolean isCsv = mapping.format() == SourceFormat.CSV;
            row[i] = fields.read(field, isCsv ? typed(field, value, name) : lenient(field, value), name);
        }
        return row;
    }

    private long time(JsonNode record, String field) {
        if (timeFormat == null) {
            return fields.timeMillis(record.get(field), field);
        }
        try {
            return timeFormat.millis(text(record, field, null));
        } catch (DateTimeException | ArithmeticException invalid) {
            throw new RefusedRecordException(field + " is not a time of the form " + mapping.timeFormat());
        }
    }

    private static String text(JsonNode record, String field, @Nullable String fallback) {
        JsonNode value = record.get(field);
        if (value != null
                && value.isValueNode()
                && !value.isNull()
                && !value.asText().isBlank()) {
            return EventNames.check(field, value.asText());
        }
        if (fallback == null) {
            throw new RefusedRecordException(field + " is missing");
        }
        return fallback;
    }

    private JsonNode csvRecord(byte[] bytes) {
        String text = JsonRecord.text(bytes, limits);
        if (text.isBlank()) {
            throw new RefusedRecordException("record is empty");
        }
        String[] cells = cells(text);
        if (cells.length != mapping.columns().size()) {
            throw new RefusedRecordException(
                    "record does not have " + mapping.columns().size() + " columns: " + cells.length);
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < cells.length; i++) {
            record.put(mapping.columns().get(i), cells[i]);
        }
        return record;
    }

    private String[] cells(String text) {
        try (MappingIterator<String[]> rows = csv.readValues(text)) {
            String[] cells = rows.nextValue();
            if (rows.hasNextValue()) {
                throw new RefusedRecordException("record is more than one row of CSV");
            }
            return cells;
        } catch (IOException invalid) {
            throw new RefusedRecordException("record is not a row of CSV");
        }
    }

    /** A value of foreign JSON; a number that stands where a text is declared (a ticket's number) is taken as its text. */
    private static @Nullable JsonNode lenient(Field field, @Nullable JsonNode value) {
        return value != null && field.type() == FieldType.TEXT && value.isIntegralNumber()
                ? JsonNodeFactory.instance.textNode(value.asText())
                : value;
    }

    /** A cell of CSV as JSON of the field's type; an empty cell is absent, a wrong one stays text and is refused. */
    private static @Nullable JsonNode typed(Field field, @Nullable JsonNode cell, String name) {
        String text = cell == null ? "" : cell.asText();
        if (text.isEmpty()) {
            return null;
        }
        if (field.type() == FieldType.FLAG) {
            return text.equals("true") || text.equals("false")
                    ? JsonNodeFactory.instance.booleanNode(text.equals("true"))
                    : cell;
        }
        if (field.type() != FieldType.NUMBER && field.type() != FieldType.WHOLE) {
            return cell;
        }
        try {
            return field.type() == FieldType.NUMBER
                    ? JsonNodeFactory.instance.numberNode(number(text))
                    : JsonNodeFactory.instance.numberNode(Long.parseLong(text));
        } catch (NumberFormatException invalid) {
            throw new RefusedRecordException(
                    name + (field.type() == FieldType.NUMBER ? " is not a number" : " is not a whole number"));
        }
    }

    /** A number in plain decimal writing; {@code Double.parseDouble} alone would take "1d", "0x1p3" and blanks too. */
    private static double number(String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new NumberFormatException("no number");
        }
        return Double.parseDouble(text);
    }
}
