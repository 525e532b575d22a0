package io.heed.language.emotion;

import io.heed.language.encoding.SentenceEncoder;
import java.util.regex.Pattern;

/** The numbers an emotion model reads of one redacted message: meaning, writing signs, hashed words, in this order. */
public final class MessageVector {
    /** How many numbers. */
    public static final int LENGTH = SentenceEncoder.DIMENSIONS + WritingSigns.COUNT + HashedWords.BUCKETS;

    /** Names this layout in the contract of a model trained on it. */
    public static final String LAYOUT = "message-vector-1";

    private static final Pattern PLACEHOLDER_HASH = Pattern.compile("(?<=\\[[A-Z]{1,12}):[0-9a-f]{6}(?=])");

    private MessageVector() {}

    /** The vector of a redacted text; a placeholder counts as its type alone, so no score depends on the hashing key. */
    public static float[] of(String redactedText, SentenceEncoder encoder) {
        String text = PLACEHOLDER_HASH.matcher(redactedText).replaceAll("");
        float[] vector = new float[LENGTH];
        float[] meaning = encoder.encode(text);
        System.arraycopy(meaning, 0, vector, 0, meaning.length);
        WritingSigns.fill(text, vector, meaning.length);
        HashedWords.fill(text, vector, meaning.length + WritingSigns.COUNT);
        return vector;
    }
}
