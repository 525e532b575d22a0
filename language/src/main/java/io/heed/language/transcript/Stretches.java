package io.heed.language.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One speaker's turns joined up to the length of a message. A turn of a call is often a "yes", which alone says nothing of
 * how anybody feels, while a whole call is longer than any model of messages reads.
 */
public final class Stretches {
    /** So many words an encoder of 128 pieces reads without a cut. */
    static final int WORDS = 60;

    /** Of a longer call the beginning and the end, half each. */
    static final int MOST = 20;

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private Stretches() {}

    /** The turns, joined in order while together they have no more than {@value #WORDS} words; blank ones are left out. */
    public static List<String> of(List<String> turns) {
        List<String> stretches = new ArrayList<>();
        for (String turn : turns) {
            int last = stretches.size() - 1;
            if (turn.isBlank()) {
                continue;
            }
            if (last >= 0 && words(stretches.get(last)) + words(turn) <= WORDS) {
                stretches.set(last, stretches.get(last) + "\n" + turn);
            } else {
                stretches.add(turn);
            }
        }
        return beginningAndEnd(stretches);
    }

    /** How many words a text has, at least 1. */
    public static int words(String text) {
        return SPACES.split(text.strip(), -1).length;
    }

    private static List<String> beginningAndEnd(List<String> stretches) {
        if (stretches.size() <= MOST) {
            return stretches;
        }
        List<String> kept = new ArrayList<>(stretches.subList(0, MOST / 2));
        kept.addAll(stretches.subList(stretches.size() - MOST / 2, stretches.size()));
        return kept;
    }
}
