package io.heed.language.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One word of a message: characters {@code [start, end)}, hyphens and apostrophes inside it included.
 *
 * @param folded the word in small letters without accents and without a closing {@code 's}
 * @param capital whether it begins as a name does: {@code Anna}, {@code O'Brien}, {@code tSaoir}
 * @param shouted whether it has two or more letters and all are capitals
 * @param joined whether it is put together of two words, as brands are: {@code PayPal}, but not {@code McNeil}
 */
record MessageWord(int start, int end, String folded, boolean capital, boolean shouted, boolean joined) {
    private static final Pattern WORD =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}]{0,60}(?:['\u2019\u02bb\u02bc-][\\p{L}\\p{M}]{1,40}){0,4}");
    private static final Pattern JOINED =
            Pattern.compile("^(?!Ma?c|De|Di|La|Le|Van|Fitz|Du|Ni|Al|El|O)\\p{L}*?\\p{Ll}{2}\\p{Lu}");
    private static final Set<String> ENDINGS = Set.of("s", "m", "ll", "d", "ve", "re");

    /** The words of a text that no given span covers, in order. */
    static List<MessageWord> in(String text, List<PersonalSpan> taken) {
        List<MessageWord> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            MessageWord word = of(matcher.group(), matcher.start());
            if (taken.stream().noneMatch(span -> span.start() < word.end && word.start < span.end())) {
                words.add(word);
            }
        }
        return words;
    }

    private static MessageWord of(String written, int start) {
        String word = withoutEnding(written);
        boolean shouted = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        boolean capital = word.codePoints().limit(3).anyMatch(Character::isUpperCase);
        return new MessageWord(
                start,
                start + word.length(),
                WordLists.folded(word),
                capital,
                shouted,
                JOINED.matcher(word).find());
    }

    /** Without the {@code 's} of a possessive, which is no part of a name. */
    private static String withoutEnding(String written) {
        int apostrophe = Math.max(written.lastIndexOf('\''), written.lastIndexOf('\u2019'));
        return apostrophe > 0
                        && ENDINGS.contains(written.substring(apostrophe + 1).toLowerCase(Locale.ROOT))
                ? written.substring(0, apostrophe)
                : written;
    }

    boolean isInitial() {
        return end - start == 1;
    }

    boolean isFirstName() {
        return WordLists.isFirstName(folded) || anyPart(WordLists::isFirstName);
    }

    boolean isName() {
        return WordLists.isName(folded) || anyPart(WordLists::isName);
    }

    /** Whether the word, or each part of it between hyphens, is written in small letters. */
    boolean isOrdinary() {
        if (WordLists.isOrdinary(folded)) {
            return true;
        }
        for (String part : folded.split("[-']", -1)) {
            if (part.length() > 1 && !WordLists.isOrdinary(part) && !WordLists.isNoPerson(part)) {
                return false;
            }
        }
        return folded.indexOf('-') > 0 || folded.indexOf('\'') > 0;
    }

    boolean isNoPerson() {
        return WordLists.isNoPerson(folded);
    }

    /** Whether it can be said as a word: three letters at least, a vowel among them. */
    boolean sounds() {
        return folded.length() > 2 && folded.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0 || c > 127);
    }

    boolean isFunctionWord() {
        return WordLists.isFunctionWord(folded);
    }

    private boolean anyPart(Predicate<String> is) {
        if (folded.indexOf('-') < 0) {
            return false;
        }
        for (String part : folded.split("-", -1)) {
            if (part.length() > 2 && is.test(part)) {
                return true;
            }
        }
        return false;
    }
}
