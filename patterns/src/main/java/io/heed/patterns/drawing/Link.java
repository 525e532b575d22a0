package io.heed.patterns.drawing;

/**
 * The arrow to a card.
 *
 * @param limit how long the step may take, such as {@code < 2 h}, "" where nothing but the window bounds it
 */
record Link(Manner manner, String limit) {
    /** An arrow without a limit of its own. */
    static Link of(Manner manner) {
        return new Link(manner, "");
    }
}
