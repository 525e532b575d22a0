package io.heed.language.wordpiece;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The word pieces of an encoder with their numbers. */
public final class Vocabulary {
    private final Map<String, Integer> ids;
    private final int start;
    private final int end;
    private final int unknown;

    private Vocabulary(Map<String, Integer> ids) {
        this.ids = ids;
        start = special("[CLS]");
        end = special("[SEP]");
        unknown = special("[UNK]");
    }

    /**
     * Reads the vocabulary of a {@code tokenizer.json}.
     *
     * @throws IOException when the stream cannot be read as JSON
     * @throws IllegalArgumentException when the file holds no WordPiece vocabulary
     */
    public static Vocabulary read(InputStream tokenizerJson) throws IOException {
        JsonNode pieces =
                new ObjectMapper().readTree(tokenizerJson).path("model").path("vocab");
        if (!pieces.isObject()) {
            throw new IllegalArgumentException("tokenizer.json has no model.vocab");
        }
        Map<String, Integer> ids = new HashMap<>();
        pieces.properties()
                .forEach(piece -> ids.put(piece.getKey(), piece.getValue().asInt()));
        return new Vocabulary(ids);
    }

    @Nullable
    Integer id(String piece) {
        return ids.get(piece);
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int unknown() {
        return unknown;
    }

    private int special(String piece) {
        Integer id = ids.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("vocabulary lacks " + piece);
        }
        return id;
    }
}
