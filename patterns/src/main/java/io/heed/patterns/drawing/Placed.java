package io.heed.patterns.drawing;

/**
 * A card and where it stands in its row, in columns; the arrow to it lies before it.
 *
 * @param gap how wide the arrow is, 0 where there is none
 */
record Placed(Card card, int left, int width, int gap) {
    /** The first column after it. */
    int right() {
        return left + width;
    }
}
