package io.heed.language.emotion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words, pairs of words and runs of 3 to 5 letters, each counted in one of {@value #BUCKETS} buckets chosen by its
 * hash: what an encoder smooths away (spelling, exact wording) stays visible.
 */
final class HashedWords {
    static final int BUCKETS = 16_384;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}']+|[!?]+|[\\p{So}\\p{Sk}]");
    private static final int HALF = BUCKETS / 2;
    private static final int MAX_WORDS = 256;

    private HashedWords() {}

    /** Fills {@code target[from .. from + BUCKETS)}: words in the first half, letters in the second, each of length 1. */
    static void fill(String text, float[] target, int from) {
        List<String> words = words(text);
        for (int i = 0; i < words.size(); i++) {
            count("w " + words.get(i), target, from);
            if (i > 0) {
                count("p " + words.get(i - 1) + " " + words.get(i), target, from);
            }
        }
        scale(target, from);
        for (String word : words) {
            countLetters(" " + word + " ", target, from + HALF);
        }
        scale(target, from + HALF);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
        while (matcher.find() && words.size() < MAX_WORDS) {
            words.add(matcher.group());
        }
        return words;
    }

    private static void countLetters(String word, float[] target, int from) {
        for (int length = 3; length <= 5; length++) {
            for (int start = 0; start + length <= word.length(); start++) {
                count(word.substring(start, start + length), target, from);
            }
        }
    }

    private static void count(String piece, float[] target, int from) {
        target[from + Math.floorMod(mixed(piece), HALF)]++;
    }

    /** String hashes of short pieces differ in few bits only: the finishing step of MurmurHash3 spreads them. */
    private static int mixed(String piece) {
        int hash = piece.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return hash ^ (hash >>> 16);
    }

    private static void scale(float[] target, int from) {
        double squares = 0;
        for (int i = from; i < from + HALF; i++) {
            target[i] = target[i] > 0 ? (float) (1 + Math.log(target[i])) : 0;
            squares += (double) target[i] * target[i];
        }
        if (squares == 0) {
            return;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = from; i < from + HALF; i++) {
            target[i] /= length;
        }
    }
}
