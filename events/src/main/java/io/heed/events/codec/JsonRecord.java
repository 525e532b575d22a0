package io.heed.events.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A record parsed as JSON, strictly: valid UTF-8, one object, no key twice. */
public final class JsonRecord {
    private static final int MAX_DEPTH = 20;
    private static final int MAX_DIGITS = 100;
    private static final ObjectReader READER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    .build())
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private JsonRecord() {}

    /**
     * The object that the bytes hold.
     *
     * @throws RefusedRecordException if they hold anything else
     */
    public static JsonNode parse(byte[] bytes, RecordLimits limits) {
        String text = text(bytes, limits);
        if (text.isBlank()) {
            throw new RefusedRecordException("record is empty");
        }
        try {
            JsonNode node = READER.readValue(text);
            if (node == null || !node.isObject()) {
                throw new RefusedRecordException("record is not a JSON object");
            }
            return node;
        } catch (JsonProcessingException invalid) {
            int column =
                    invalid.getLocation() == null ? 0 : invalid.getLocation().getColumnNr();
            throw new RefusedRecordException("record " + problem(invalid) + " at column " + column);
        }
    }

    /**
     * The text of a record.
     *
     * @throws RefusedRecordException if it is too large or not valid UTF-8
     */
    public static String text(byte[] bytes, RecordLimits limits) {
        if (bytes.length > limits.recordBytes()) {
            throw new RefusedRecordException(
                    "record is larger than " + limits.recordBytes() + " bytes: " + bytes.length);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException invalid) {
            throw new RefusedRecordException("record is not valid UTF-8");
        }
    }

    /** The rule that a record breaks; the parser's own message would quote the record. */
    private static String problem(JsonProcessingException invalid) {
        String message = String.valueOf(invalid.getOriginalMessage());
        if (invalid instanceof StreamConstraintsException) {
            return "is nested deeper than " + MAX_DEPTH + " levels or has a number longer than " + MAX_DIGITS
                    + " digits";
        }
        if (message.startsWith("Duplicate field")) {
            return "has a key twice";
        }
        return message.startsWith("Trailing token") ? "goes on after its object" : "is not valid JSON";
    }
}
