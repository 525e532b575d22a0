package io.heed.language.emotion;

/** A redacted message as numbers without any encoder: signs of writing, then hashed words, in this order. */
public final class WrittenWords {
    /** Names these numbers in the contract of a model trained on them. */
    public static final String LAYOUT = "written-words-1";

    /** How many numbers. */
    public static final int LENGTH = WritingSigns.COUNT + HashedWords.BUCKETS;

    private WrittenWords() {}

    /** The numbers of a message whose placeholders are written by their types alone. */
    public static float[] of(String text) {
        float[] numbers = new float[LENGTH];
        WritingSigns.fill(text, numbers, 0);
        HashedWords.fill(text, numbers, WritingSigns.COUNT);
        return numbers;
    }
}
