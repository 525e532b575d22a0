package io.heed.language.redaction;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells whether the capitals of a message say anything about names. */
public final class Capitals {
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}'\u2019]*");

    private Capitals() {}

    /**
     * True where a word other than a sentence's first (and other than "I") begins with a capital and goes on in small
     * letters; false for text without capitals, or with a capital only where a telephone puts one, or shouted.
     */
    public static boolean tellNames(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            if (word.length() > 1
                    && Character.isUpperCase(word.charAt(0))
                    && Character.isLowerCase(word.charAt(1))
                    && word.charAt(1) != '\''
                    && !startsSentence(text, words.start())) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsSentence(String text, int at) {
        int before = at - 1;
        while (before >= 0 && !Character.isLetterOrDigit(text.charAt(before))) {
            char c = text.charAt(before--);
            if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ':') {
                return true;
            }
        }
        return before < 0;
    }
}
