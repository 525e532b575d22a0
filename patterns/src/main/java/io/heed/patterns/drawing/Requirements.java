package io.heed.patterns.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CEL condition as people read it: a line for each requirement, with words and signs for its operators. What it
 * compares stays as it was written.
 */
final class Requirements {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|//[^\\n]*|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|&&|\\|\\||[=!<>]=|[A-Za-z0-9_.]+|.",
            Pattern.DOTALL);
    private static final Set<String> OPENING = Set.of("(", "[", "{");
    private static final Set<String> CLOSING = Set.of(")", "]", "}");
    private static final Pattern COMPARISON = Pattern.compile("(?<= [=≠<>≤≥]) ");

    private Requirements() {}

    /** The requirements of a condition, each but the first with the word that joins it; none of null. */
    static List<String> of(@Nullable String condition) {
        if (condition == null || condition.isBlank()) {
            return List.of();
        }
        List<String> tokens =
                TOKEN.matcher(condition).results().map(MatchResult::group).toList();
        String separator = separator(tokens);
        List<String> requirements = new ArrayList<>();
        StringBuilder requirement = new StringBuilder();
        int depth = 0;
        for (String token : tokens) {
            depth += depthChange(token);
            if (depth == 0 && token.equals(separator)) {
                requirements.add(tidy(requirement));
                requirement = new StringBuilder(shown(token));
            } else {
                requirement.append(shown(token));
            }
        }
        requirements.add(tidy(requirement));
        return requirements;
    }

    /** The operator that binds least, or "" where a choice by {@code ?} does. */
    private static String separator(List<String> tokens) {
        String separator = "&&";
        int depth = 0;
        for (String token : tokens) {
            depth += depthChange(token);
            if (depth == 0 && token.equals("?")) {
                return "";
            }
            if (depth == 0 && token.equals("||")) {
                separator = "||";
            }
        }
        return separator;
    }

    private static int depthChange(String token) {
        if (OPENING.contains(token)) {
            return 1;
        }
        return CLOSING.contains(token) ? -1 : 0;
    }

    private static String shown(String token) {
        if (token.isBlank() || token.startsWith("//")) {
            return " ";
        }
        if (token.startsWith("\"") || token.startsWith("'")) {
            return token.replace(' ', LineBreaks.NO_BREAK);
        }
        return switch (token) {
            case "&&" -> "and";
            case "||" -> "or";
            case "!" -> "not ";
            case "==" -> "=";
            case "!=" -> "≠";
            case "<=" -> "≤";
            case ">=" -> "≥";
            case "*" -> "×";
            default -> token;
        };
    }

    private static String tidy(StringBuilder text) {
        String tidy = text.toString().replaceAll(" +", " ").strip();
        return COMPARISON.matcher(tidy).replaceAll(String.valueOf(LineBreaks.NO_BREAK));
    }
}
