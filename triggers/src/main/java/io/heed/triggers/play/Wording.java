package io.heed.triggers.play;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How values are put into words. */
final class Wording {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter BOTH = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.ENGLISH);

    private Wording() {}

    /** The words for a value; instants are told in the given zone. */
    static String of(Object value, String format, ZoneId zone) {
        if (value instanceof Number number) {
            return new DecimalFormat(isPattern(format) ? format : "0.##", SYMBOLS).format(number);
        }
        if (value instanceof Instant instant) {
            return formatter(format).format(instant.atZone(zone));
        }
        return value instanceof List<?> texts ? enumerate(texts) : value.toString();
    }

    private static boolean isPattern(String format) {
        return format.startsWith("0") || format.startsWith("#");
    }

    private static DateTimeFormatter formatter(String format) {
        return switch (format) {
            case "time" -> TIME;
            case "datetime" -> BOTH;
            default -> DATE;
        };
    }

    private static String enumerate(List<?> texts) {
        if (texts.size() < 2) {
            return texts.isEmpty() ? "" : texts.get(0).toString();
        }
        return texts.subList(0, texts.size() - 1).stream().map(Object::toString).collect(Collectors.joining(", "))
                + " and "
                + texts.get(texts.size() - 1);
    }
}
