package io.heed.language.emotion;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts into words what an uncased encoder would not see of a message: smileys and other pictures by their Unicode name,
 * and that somebody shouts.
 */
final class WrittenOut {
    private static final Pattern PICTURE = Pattern.compile("[\\p{So}&&[\\x{2600}-\\x{27BF}\\x{1F000}-\\x{1FAFF}]]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Sk}&&[\\x{1F3FB}-\\x{1F3FF}]]|\\x{FE0F}|\\x{200D}");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern CAPITALS = Pattern.compile("(?<!\\[)\\b\\p{Lu}{3,}\\b(?!])");
    private static final int FEWEST_CAPITALS = 2;
    private static final int LEAST_SHARE = 3;

    private WrittenOut() {}

    /** The message in words, whatever its letters. */
    static String of(String text) {
        String spoken = PICTURE.matcher(UNSEEN.matcher(text).replaceAll(""))
                .replaceAll(picture -> Matcher.quoteReplacement(name(picture.group())));
        return shouts(text) ? "shouting: " + spoken : spoken;
    }

    private static String name(String picture) {
        String name = Character.getName(picture.codePointAt(0));
        return name == null ? " " : " " + name.toLowerCase(Locale.ROOT) + " ";
    }

    /** Whether at least two words, and one in three, stand in capitals. */
    private static boolean shouts(String text) {
        long capitals = CAPITALS.matcher(text).results().count();
        return capitals >= FEWEST_CAPITALS
                && capitals * LEAST_SHARE >= WORD.matcher(text).results().count();
    }
}
