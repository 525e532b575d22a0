package io.heed.language.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known of single words: which are names, which are ordinary, which name a place, a brand or a day. */
final class WordLists {
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

    private static final Set<String> FIRST_NAMES = read("first-names.txt", "names-by-hand.txt");
    private static final Set<String> SURNAMES = read("surnames.txt");
    private static final Set<String> ORDINARY = read("english-words.txt", "foreign-words.txt");
    private static final Set<String> NO_PEOPLE = read("no-people.txt");
    private static final Set<String> PHRASES = readPhrases("no-people-phrases.txt");
    private static final Set<String> FUNCTION_WORDS = read("function-words.txt");

    private WordLists() {}

    /** Small letters without accents, as the lists are written. */
    static String folded(String word) {
        String plain = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(word.length());
        String small = ACCENTS.matcher(plain).replaceAll("").toLowerCase(Locale.ROOT);
        for (int i = 0; i < small.length(); i++) {
            folded.append(folded(small.charAt(i)));
        }
        return folded.toString();
    }

    /** A name that someone is called by, with or without a surname. */
    static boolean isFirstName(String folded) {
        return FIRST_NAMES.contains(folded);
    }

    static boolean isName(String folded) {
        return FIRST_NAMES.contains(folded) || SURNAMES.contains(folded);
    }

    /** A word that is written in small letters, whether or not it is a name too. */
    static boolean isOrdinary(String folded) {
        return ORDINARY.contains(folded);
    }

    /** A place, a brand, a people, a day or a word of chat. */
    static boolean isNoPerson(String folded) {
        return NO_PEOPLE.contains(folded);
    }

    /** A word that is no part of a name whatever stands beside it. */
    static boolean isFunctionWord(String folded) {
        return FUNCTION_WORDS.contains(folded);
    }

    /** A place or brand of two words, of which one may be a name. */
    static boolean isPhrase(String folded) {
        return PHRASES.contains(folded);
    }

    private static String folded(char c) {
        return switch (c) {
            case '\u0142' -> "l";
            case '\u00f8' -> "o";
            case '\u00df' -> "ss";
            case '\u00e6' -> "ae";
            case '\u0111', '\u00f0' -> "d";
            case '\u00fe' -> "th";
            case '\u0131' -> "i";
            case '\u2019', '\u02bb', '\u02bc' -> "'";
            default -> String.valueOf(c);
        };
    }

    private static Set<String> readPhrases(String name) {
        Set<String> phrases = new HashSet<>();
        for (String line : lines(name)) {
            if (!line.startsWith("#")) {
                phrases.addAll(List.of(line.split(", ", -1)));
            }
        }
        return Set.copyOf(phrases);
    }

    private static Set<String> read(String... names) {
        Set<String> words = new HashSet<>();
        for (String name : names) {
            for (String line : lines(name)) {
                if (!line.startsWith("#")) {
                    words.addAll(List.of(line.split(" ", -1)));
                }
            }
        }
        return Set.copyOf(words);
    }

    private static List<String> lines(String name) {
        try (InputStream in = WordLists.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
