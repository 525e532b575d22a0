package io.heed.language.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One shape of personal data.
 *
 * @param pattern finds a candidate; its group {@code value} is the personal part
 * @param length how many characters of that part really are one; 0 when none
 */
record IdentifierRule(PersonalKind kind, Pattern pattern, ToIntFunction<String> length) {
    private static final String VALUE = "value";

    static IdentifierRule of(PersonalKind kind, String regex) {
        return new IdentifierRule(kind, compiled(regex), String::length);
    }

    static IdentifierRule checked(PersonalKind kind, String regex, ToIntFunction<String> length) {
        return new IdentifierRule(kind, compiled(regex), length);
    }

    List<PersonalSpan> find(String text) {
        List<PersonalSpan> spans = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            from = matcher.end() > matcher.start() ? matcher.end() : matcher.end() + 1;
            String value = matcher.group(VALUE);
            int start = matcher.start(VALUE);
            int kept = length.applyAsInt(value);
            if (kept > 0) {
                spans.add(new PersonalSpan(kind, start, start + kept));
                from = Math.max(start + kept, matcher.start() + 1);
            }
        }
        return spans;
    }

    private static Pattern compiled(String regex) {
        String named = regex.contains("(?<" + VALUE + ">") ? regex : "(?<" + VALUE + ">" + regex + ")";
        return Pattern.compile(named, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
