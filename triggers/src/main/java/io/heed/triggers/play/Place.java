package io.heed.triggers.play;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a sentence that a value goes to: {@code {expression:format|otherwise}}.
 *
 * @param offset where the expression begins in the sentence
 * @param format how to print it: a pattern such as 0.00, or date, time, datetime; "" for the plain value
 * @param otherwise what stands there while the value is absent, null where the sentence then cannot be said
 */
record Place(
        String expression,
        int offset,
        String format,
        @Nullable String otherwise) {
    private static final Pattern OTHERWISE = Pattern.compile("(?<!\\|)\\|(?!\\|)([^|'\"]*)$");
    private static final Pattern FORMAT = Pattern.compile(":\\s*([#0][#0,.%]*|date|time|datetime)\\s*$");

    static Place parse(String inside, int offset) {
        String rest = inside;
        String otherwise = null;
        Matcher fallback = OTHERWISE.matcher(rest);
        if (fallback.find()) {
            otherwise = fallback.group(1).strip();
            rest = rest.substring(0, fallback.start());
        }
        String format = "";
        Matcher pattern = FORMAT.matcher(rest);
        if (pattern.find()) {
            format = pattern.group(1);
            rest = rest.substring(0, pattern.start());
        }
        return new Place(rest, offset, format, otherwise);
    }
}
