package io.heed.events.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times as a foreign source writes them: dates that do not exist are refused, a date alone is its first moment. */
final class TimeFormat {
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 3, 1, 13, 45, 30, 0, ZoneId.of("UTC"));

    private final DateTimeFormatter formatter;
    private final ZoneId zone;

    /**
     * A format of a pattern.
     *
     * @param zone the zone of times that name none
     * @throws IllegalArgumentException if the pattern is none, or holds no full date
     */
    TimeFormat(String pattern, ZoneId zone) {
        this.zone = zone;
        this.formatter = new DateTimeFormatterBuilder()
                .parseDefaulting(ChronoField.ERA, 1) // so that yyyy, which is a year of an era, is a year
                .appendPattern(pattern)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
        checkSample(pattern);
    }

    /**
     * The time of a text.
     *
     * @throws DateTimeException if the text is not of this form
     */
    long millis(String text) {
        TemporalAccessor parsed = formatter.parseBest(text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
        if (parsed instanceof ZonedDateTime zoned) {
            return zoned.toInstant().toEpochMilli();
        }
        LocalDateTime local = parsed instanceof LocalDate date ? date.atStartOfDay() : (LocalDateTime) parsed;
        return local.atZone(zone).toInstant().toEpochMilli();
    }

    private void checkSample(String pattern) {
        try {
            TemporalAccessor parsed = formatter.parse(formatter.format(SAMPLE));
            LocalDate.from(parsed);
            if (parsed.isSupported(ChronoField.HOUR_OF_AMPM) && !parsed.isSupported(ChronoField.HOUR_OF_DAY)) {
                throw new IllegalArgumentException("the hour lacks am or pm (legal: HH, or hh with a): " + pattern);
            }
        } catch (DateTimeException incomplete) {
            throw new IllegalArgumentException("no full date: " + pattern, incomplete);
        }
    }
}
