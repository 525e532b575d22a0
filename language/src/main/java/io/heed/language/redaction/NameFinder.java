package io.heed.language.redaction;

import java.util.BitSet;
import java.util.List;

/**
 * Finds the names of people in a text.
 *
 * <p>Implementations are found by {@link java.util.ServiceLoader}, so that a build can leave the library behind one
 * out. They are thread safe and give the same answer to the same text whatever they read before.
 */
public interface NameFinder {
    /**
     * The names in the text, in order, none overlapping another.
     *
     * @param possible the characters of the words that may be names: a finder may leave out what holds none of them
     */
    List<PersonalSpan> find(String text, BitSet possible);
}
