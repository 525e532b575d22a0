package io.heed.events.codec;

import com.fasterxml.jackson.databind.JsonNode;
import io.heed.events.CareEvent;
import io.heed.events.EventType;
import io.heed.events.Field;
import io.heed.events.catalogue.EventCatalogue;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Reads CloudEvents 1.0 in their JSON form, with the extensions {@code sequence} and {@code recordedtime}.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md">JSON format</a>
 */
public final class CloudEventReader implements EventReader {
    private final EventCatalogue catalogue;
    private final RecordLimits limits;
    private final FieldReader fields;

    /** A reader of the types of a catalogue. */
    public CloudEventReader(EventCatalogue catalogue, RecordLimits limits) {
        this.catalogue = catalogue;
        this.limits = limits;
        this.fields = new FieldReader(limits);
    }

    @Override
    public Reading read(RawRecord record) {
        try {
            return event(JsonRecord.parse(record.bytes(), limits), record);
        } catch (RefusedRecordException refused) {
            return new Reading.Refused(String.valueOf(refused.getMessage()));
        }
    }

    private Reading event(JsonNode json, RawRecord record) {
        if (!"1.0".equals(attribute(json, "specversion"))) {
            throw new RefusedRecordException("specversion is not 1.0");
        }
        EventType type = catalogue.find(attribute(json, "type"));
        if (type == null) {
            throw new RefusedRecordException("type is not declared" + catalogue.nearest(attribute(json, "type")));
        }
        EventTimes times = EventTimes.of(fields.timeMillis(json.get("time"), "time"), arrived(json, record), limits);
        JsonNode data = json.get("data");
        if (data != null && !data.isObject() && !data.isNull()) {
            throw new RefusedRecordException("data is not an object but " + FieldReader.kind(data));
        }
        CareEvent event = new CareEvent(
                type,
                attribute(json, "id"),
                attribute(json, "source"),
                subject(json),
                times.timeMillis(),
                times.arrivedMillis(),
                sequence(json, record),
                row(type, data));
        return new Reading.Accepted(event, unknownFields(type, data));
    }

    private @Nullable Object[] row(EventType type, @Nullable JsonNode data) {
        @Nullable Object[] row = new Object[type.fields().size()];
        for (int i = 0; i < row.length; i++) {
            Field field = type.fields().get(i);
            row[i] = fields.read(field, data == null ? null : data.get(field.name()), "data." + field.name());
        }
        return row;
    }

    private static int unknownFields(EventType type, @Nullable JsonNode data) {
        int unknown = 0;
        if (data != null) {
            for (Iterator<String> names = data.fieldNames(); names.hasNext(); ) {
                unknown += type.indexOf(names.next()) < 0 ? 1 : 0;
            }
        }
        return unknown;
    }

    private long arrived(JsonNode json, RawRecord record) {
        JsonNode recorded = json.get("recordedtime");
        return recorded == null || recorded.isNull()
                ? record.timestampMillis()
                : EventTimes.arrival(fields.timeMillis(recorded, "recordedtime"), record.timestampMillis(), limits);
    }

    private static long sequence(JsonNode json, RawRecord record) {
        JsonNode sequence = json.get("sequence");
        if (sequence == null || sequence.isNull()) {
            return record.position();
        }
        try {
            return Long.parseLong(sequence.asText());
        } catch (NumberFormatException invalid) {
            throw new RefusedRecordException("sequence is not a whole number but " + FieldReader.kind(sequence));
        }
    }

    private static String subject(JsonNode json) {
        return json.get("subject") == null || json.get("subject").isNull() ? "" : attribute(json, "subject");
    }

    private static String attribute(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || value.isNull()) {
            throw new RefusedRecordException(name + " is missing");
        }
        if (!value.isTextual()) {
            throw new RefusedRecordException(name + " is not text but " + FieldReader.kind(value));
        }
        return EventNames.check(name, value.textValue());
    }
}
