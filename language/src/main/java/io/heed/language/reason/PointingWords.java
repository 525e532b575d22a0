package io.heed.language.reason;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a declared reason that point to it, wherever they stand. */
record PointingWords(Pattern pattern) {
    private static final int MOST = 2;

    static PointingWords of(DeclaredReason reason) {
        List<String> alternatives = reason.words().stream()
                .map(word -> word.endsWith("*")
                        ? Pattern.quote(word.substring(0, word.length() - 1)) + "[\\w-]*"
                        : Pattern.quote(word))
                .toList();
        String either = alternatives.isEmpty() ? "(?!)" : String.join("|", alternatives);
        return new PointingWords(Pattern.compile("(?<![\\w-])(?:" + either + ")(?![\\w-])", Pattern.CASE_INSENSITIVE));
    }

    /** How many different ones a message holds; {@value #MOST} are as good as more. */
    int count(String text) {
        Set<String> found = new HashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (found.size() < MOST && matcher.find()) {
            found.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return found.size();
    }
}
