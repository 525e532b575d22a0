package io.heed.patterns.drawing;

import io.heed.events.yaml.Durations;
import io.heed.patterns.definition.AfterMatch;
import io.heed.patterns.definition.Contiguity;
import io.heed.patterns.definition.PatternDefinition;
import io.heed.patterns.definition.Repetition;
import io.heed.patterns.definition.StageDefinition;
import java.util.List;

/** What definitions say, as people say it. */
final class Wording {
    private Wording() {}

    /** A list such as {@code a, b or c}. */
    static String either(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    /** A length of time, such as {@code 24 hours}. */
    static String length(long millis) {
        String brief = Durations.format(millis);
        String unit = brief.replaceFirst("^\\d+", "");
        String number = brief.substring(0, brief.length() - unit.length());
        String word = switch (unit) {
            case "d" -> "day";
            case "h" -> "hour";
            case "m" -> "minute";
            case "s" -> "second";
            default -> "millisecond";
        };
        return number + " " + word + (number.equals("1") ? "" : "s");
    }

    /** How often an event comes, "" for once. */
    static String count(Repetition repetition) {
        if (repetition.isOnce()) {
            return "";
        }
        if (repetition.isUnbounded()) {
            return repetition.from() == 1 ? "once or more" : repetition.from() + " times or more";
        }
        return repetition.from() == repetition.to()
                ? repetition.from() + " times"
                : repetition.from() + " to " + repetition.to() + " times";
    }

    /** The window of a pattern, "" where it has none. */
    static String window(PatternDefinition pattern) {
        if (pattern.windowMillis() == 0) {
            return "";
        }
        StageDefinition last = pattern.stages().get(pattern.stages().size() - 1);
        String parameter = pattern.within().parameter();
        return (last.contiguity() == Contiguity.NOT_FOLLOWED_BY ? "" : "less than ")
                + length(pattern.windowMillis())
                + (parameter.isEmpty() ? "" : " (parameters." + parameter + ")");
    }

    /** What a match does to others. */
    static String afterMatch(AfterMatch afterMatch) {
        String key = afterMatch.skip().key();
        return switch (afterMatch.skip()) {
            case NONE -> "other open matches go on (" + key + ")";
            case TO_NEXT -> "open matches that began with the same event are dropped (" + key + ")";
            case PAST_LAST_EVENT -> "open matches that began before its last event are dropped (" + key + ")";
            case TO_FIRST ->
                "open matches that began before the first event of " + afterMatch.stage() + " are dropped (" + key
                        + ")";
            case TO_LAST ->
                "open matches that began before the last event of " + afterMatch.stage() + " are dropped (" + key + ")";
        };
    }
}
