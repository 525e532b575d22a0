package io.heed.language.redaction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes alternatives of a regex so that only those are tried whose first letter stands there; Java's own regex tries
 * each in turn.
 */
final class FirstLetters {
    private FirstLetters() {}

    /** A group of the same alternatives, in the same order within each first letter; letters match in either case. */
    static String grouped(String alternatives) {
        Map<String, List<String>> byLetter = new LinkedHashMap<>();
        for (String alternative : split(alternatives)) {
            byLetter.computeIfAbsent(firstLetter(alternative), letter -> new ArrayList<>())
                    .add(alternative);
        }
        List<String> groups = new ArrayList<>();
        byLetter.forEach((letter, same) -> groups.add(
                letter.isEmpty() ? String.join("|", same) : "(?=" + letter + ")(?:" + String.join("|", same) + ")"));
        return "(?:" + String.join("|", groups) + ")";
    }

    /** Cut at each bar that stands in no brackets. */
    private static List<String> split(String alternatives) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < alternatives.length(); i++) {
            char c = alternatives.charAt(i);
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == '|' && depth == 0) {
                parts.add(alternatives.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(alternatives.substring(from));
        return parts;
    }

    /** The letter that must stand first; empty where that may be one of several, or none. */
    private static String firstLetter(String alternative) {
        boolean certain = alternative.length() > 1
                && Character.isLetter(alternative.charAt(0))
                && "?*{+".indexOf(alternative.charAt(1)) < 0;
        return certain || (alternative.length() == 1 && Character.isLetter(alternative.charAt(0)))
                ? alternative.substring(0, 1)
                : "";
    }
}
