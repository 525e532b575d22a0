package io.heed.events.codec;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
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
    private static final ObjectReader READER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(20)
                            .maxNumberLength(100)
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
        if (bytes.length > limits.recordBytes()) {
            throw new RefusedRecordException(
                    "record is larger than " + limits.recordBytes() + " bytes: " + bytes.length);
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            JsonNode node = READER.readValue(text);
            if (node == null || !node.isObject()) {
                throw new RefusedRecordException("record is not a JSON object");
            }
            return node;
        } catch (CharacterCodingException invalid) {
            throw new RefusedRecordException("record is not valid UTF-8");
        } catch (JsonProcessingException invalid) {
            int column =
                    invalid.getLocation() == null ? 0 : invalid.getLocation().getColumnNr();
            throw new RefusedRecordException("record is not valid JSON at column " + column);
        }
    }
}
