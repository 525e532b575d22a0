package io.heed.events.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as users write them: a whole number and one of s, m, h, d. */
public final class Durations {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Durations() {}

    /**
     * The milliseconds of a duration such as 90s, 30m, 24h or 7d.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static long parseMillis(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a duration: " + text + " (legal: 90s, 30m, 24h or 7d)");
        }
        return Long.parseLong(matcher.group(1)) * unitMillis(matcher.group(2));
    }

    /** The shortest way to write a duration, for messages: 24h rather than 86400000 ms. */
    public static String format(long millis) {
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            if (millis != 0 && millis % unitMillis(unit) == 0 && !(unit.equals("d") && millis == unitMillis("d"))) {
                return millis / unitMillis(unit) + unit;
            }
        }
        return millis + "ms";
    }

    private static long unitMillis(String unit) {
        return switch (unit) {
            case "ms" -> 1;
            case "s" -> 1_000;
            case "m" -> 60_000;
            case "h" -> 3_600_000;
            default -> 86_400_000;
        };
    }
}
