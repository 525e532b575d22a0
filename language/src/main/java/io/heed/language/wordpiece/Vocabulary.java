package io.heed.language.wordpiece;

import java.util.HashMap;
import java.util.List;
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
     * The vocabulary of a {@code vocab.txt}: a piece a line, numbered from 0.
     *
     * @throws IllegalArgumentException when a piece stands twice, or one of [CLS], [SEP] and [UNK] is missing
     */
    public static Vocabulary of(List<String> lines) {
        Map<String, Integer> ids = new HashMap<>();
        for (String piece : lines) {
            if (ids.put(piece, ids.size()) != null) {
                throw new IllegalArgumentException("vocabulary holds a piece twice: " + piece);
            }
        }
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
