package io.heed.language.redaction;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How far a text is made of ordinary English words. */
public final class OrdinaryWords {
    private static final Pattern WORD = Pattern.compile("(?<![@#\\p{L}])\\p{L}{2,}");
    private static final int FEWEST = 4;

    private OrdinaryWords() {}

    /** Their share among the words of at least two letters, 0 to 1; 1 for a text too short to say. */
    public static double share(String text) {
        List<String> words =
                WORD.matcher(text).results().map(MatchResult::group).toList();
        long ordinary = words.stream()
                .filter(word -> WordLists.isOrdinary(WordLists.folded(word)))
                .count();
        return words.size() < FEWEST ? 1 : (double) ordinary / words.size();
    }
}
