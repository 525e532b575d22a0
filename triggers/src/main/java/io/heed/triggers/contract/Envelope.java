package io.heed.triggers.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What all records that leave the plays have in common. */
final class Envelope {
    static final String SOURCE = "heed/plays";
    private static final JsonFactory JSON = new JsonFactory();

    private Envelope() {}

    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static String write(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return text.toString();
    }

    static void writeHead(JsonGenerator json, String id, String type, String customer, long timeMillis)
            throws IOException {
        json.writeStringField("specversion", "1.0");
        json.writeStringField("id", id);
        json.writeStringField("source", SOURCE);
        json.writeStringField("type", "io.heed." + type + ".v1");
        json.writeStringField("subject", customer);
        writeTime(json, "time", timeMillis);
        json.writeStringField("partitionkey", customer);
        json.writeStringField("datacontenttype", "application/json");
    }

    static void writeTime(JsonGenerator json, String name, long timeMillis) throws IOException {
        json.writeStringField(name, Instant.ofEpochMilli(timeMillis).toString());
    }

    static void writeTexts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> record) {
            json.writeStartObject();
            for (Map.Entry<?, ?> entry : record.entrySet()) {
                json.writeFieldName(entry.getKey().toString());
                writeValue(json, entry.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> items) {
            json.writeStartArray();
            for (Object item : items) {
                writeValue(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else {
            json.writeString(value.toString());
        }
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
