package io.heed.language.emotion;

import io.heed.language.wordpiece.WordPiece;

/** A redacted message as the numbers of its word pieces: what an encoder reads. */
public final class MessagePieces {
    /** Names these numbers in the contract of a model trained on them. */
    public static final String LAYOUT = "word-pieces-1";

    /** The most pieces of a message where the contract names no number. */
    public static final int USUAL_MOST = 128;

    private final WordPiece wordPiece;

    /** Pieces by an encoder's vocabulary. */
    public MessagePieces(WordPiece wordPiece) {
        this.wordPiece = wordPiece;
    }

    /** The numbers of a message whose placeholders are written by their types alone; pictures and shouting are put in words. */
    public long[] of(String text) {
        return wordPiece.ids(WrittenOut.of(text));
    }
}
