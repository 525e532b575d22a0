package io.heed.events.codec;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.heed.events.CareEvent;
import io.heed.events.Field;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes events as CloudEvents 1.0, one JSON line each; {@link CloudEventReader} reads them back. */
public final class CloudEventWriter {
    private static final JsonFactory JSON = new JsonFactory();

    private CloudEventWriter() {}

    /** The JSON of an event, without a line end. */
    public static String write(CareEvent event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", event.id());
            json.writeStringField("source", event.source());
            json.writeStringField("type", event.type().name());
            if (!event.subject().isEmpty()) {
                json.writeStringField("subject", event.subject());
            }
            json.writeStringField(
                    "time", Instant.ofEpochMilli(event.timeMillis()).toString());
            if (event.arrivedMillis() != RawRecord.NO_TIMESTAMP) {
                json.writeStringField(
                        "recordedtime",
                        Instant.ofEpochMilli(event.arrivedMillis()).toString());
            }
            if (event.sequence() != CareEvent.NO_SEQUENCE) {
                json.writeStringField("sequence", Long.toString(event.sequence()));
            }
            json.writeFieldName("data");
            writeData(json, event);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return text.toString();
    }

    /** Writes the row of an event as a JSON object; absent fields are left out. */
    public static void writeData(JsonGenerator json, CareEvent event) throws IOException {
        @Nullable Object[] row = new Object[event.type().fields().size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = event.value(i);
        }
        writeRow(json, event.type().fields(), row);
    }

    private static void writeRow(JsonGenerator json, List<Field> fields, @Nullable Object[] row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.length; i++) {
            Object value = row[i];
            if (value != null) {
                json.writeFieldName(fields.get(i).name());
                writeValue(json, fields.get(i), value);
            }
        }
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, Field field, Object value) throws IOException {
        switch (field.type()) {
            case TEXT -> json.writeString((String) value);
            case NUMBER -> json.writeNumber((Double) value);
            case WHOLE -> json.writeNumber((Long) value);
            case FLAG -> json.writeBoolean((Boolean) value);
            case TIME -> json.writeString(Instant.ofEpochMilli((Long) value).toString());
            case LIST -> {
                json.writeStartArray();
                for (@Nullable Object[] row : (@Nullable Object[][]) value) {
                    writeRow(json, field.fields(), row);
                }
                json.writeEndArray();
            }
        }
    }
}
