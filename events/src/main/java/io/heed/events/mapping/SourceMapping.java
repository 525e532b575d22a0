package io.heed.events.mapping;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one foreign source become events.
 *
 * @param name the source's name, which its events carry
 * @param columns the columns of CSV, in order; empty for JSON lines
 * @param separator what separates the columns of CSV
 * @param skipLines how many lines at the beginning of a file are no records
 * @param id the record's fields that together make the id
 * @param subject the record's field that names the customer, "" where none does
 * @param time the record's field that says when it happened
 * @param timeFormat how the time is written, a {@link java.time.format.DateTimeFormatter} pattern; "" for ISO-8601
 * @param timeZone the zone of times that name none
 * @param arrived the record's field that says when it arrived, "" where none does
 * @param sequence the record's field that orders equal times, "" for the order of the file
 * @param typeField the record's field that names its kind, "" where all are of one type
 * @param types the event type of each kind; under "" the type of all
 * @param fields the record's field for each event field that is called differently there
 */
public record SourceMapping(
        String name,
        SourceFormat format,
        List<String> columns,
        char separator,
        int skipLines,
        List<String> id,
        String subject,
        String time,
        String timeFormat,
        String timeZone,
        String arrived,
        String sequence,
        String typeField,
        Map<String, String> types,
        Map<String, String> fields)
        implements Serializable {
    /** Copies the collections and checks that CSV has columns and that something makes the id. */
    public SourceMapping {
        columns = List.copyOf(columns);
        id = List.copyOf(id);
        types = Map.copyOf(types);
        fields = Map.copyOf(fields);
        if (format == SourceFormat.CSV && columns.isEmpty()) {
            throw new IllegalArgumentException(
                    "columns of a CSV source are missing: " + name + " (legal: columns: [customer, time, amount])");
        }
        if (id.isEmpty()) {
            throw new IllegalArgumentException("id names no field: " + name + " (legal: id: eventId)");
        }
        if (skipLines < 0) {
            throw new IllegalArgumentException("skip-lines is negative: " + skipLines + " (legal: 1)");
        }
    }

    /** The event type of a kind, or null where the kind is not mapped. */
    @Nullable
    String typeOf(String kind) {
        return types.get(kind);
    }

    /** The record's field that an event field is read from. */
    String recordField(String eventField) {
        return fields.getOrDefault(eventField, eventField);
    }
}
