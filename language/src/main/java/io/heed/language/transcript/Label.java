package io.heed.language.transcript;

/**
 * What stands before a turn and says who speaks, taken apart at the name it may hold: {@code "[00:12] Customer ("},
 * {@code "Anna"}, {@code "): "}.
 *
 * @param name the speaker's name, "" where the label has none
 */
public record Label(String before, String name, String after) {
    /** The label of words that have none. */
    static final Label NONE = new Label("", "", "");
}
