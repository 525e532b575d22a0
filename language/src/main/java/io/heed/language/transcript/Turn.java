package io.heed.language.transcript;

/**
 * What one speaker said without being interrupted.
 *
 * @param text the words up to the next label, with the blanks around them
 */
public record Turn(Voice voice, Label label, String text) {}
