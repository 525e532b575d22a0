package io.heed.replay.simulation.recording;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events and truth records as JSON lines, without the line's end. */
final class JsonLines {
    private final JsonFactory factory = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    byte[] line(SimulatedEvent event) {
        return line(json -> {
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", event.id());
            json.writeStringField("source", event.source());
            json.writeStringField("type", event.type());
            json.writeStringField("subject", event.subject());
            json.writeStringField("time", event.time().toString());
            json.writeStringField("recordedtime", event.arrived().toString());
            if (event.sequence() != null) {
                json.writeStringField("sequence", event.sequence().toString());
            }
            json.writeFieldName("data");
            write(json, event.data());
        });
    }

    byte[] line(Payload record) {
        return line(json -> writeFields(json, record));
    }

    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private byte[] line(Content content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(320);
        try (JsonGenerator json = factory.createGenerator(bytes)) {
            json.writeStartObject();
            content.writeTo(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Payload record) {
            json.writeStartObject();
            writeFields(json, record);
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Number number) {
            json.writeNumber(number.longValue());
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof String || value instanceof Instant) {
            json.writeString(value.toString());
        } else {
            throw new IllegalArgumentException("value is not of a writable type: " + value.getClass());
        }
    }

    private static void writeFields(JsonGenerator json, Payload record) throws IOException {
        for (Map.Entry<String, Object> field : record.fields().entrySet()) {
            json.writeFieldName(field.getKey());
            write(json, field.getValue());
        }
    }
}
