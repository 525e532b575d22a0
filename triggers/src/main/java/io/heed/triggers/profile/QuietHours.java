package io.heed.triggers.profile;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Hours of the day in which a customer is left in peace, in local time: from the first time until before the second,
 * over midnight where the second is earlier; none where both are equal.
 */
public record QuietHours(LocalTime from, LocalTime until) implements Serializable {
    /** No quiet hours at all. */
    public static final QuietHours NONE = new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** The hours between two texts such as 21:00 and 08:00, or null where one of them is no time of day. */
    public static @Nullable QuietHours parse(@Nullable String from, @Nullable String until) {
        if (from == null || until == null) {
            return null;
        }
        try {
            return new QuietHours(LocalTime.parse(from), LocalTime.parse(until));
        } catch (java.time.format.DateTimeParseException notATime) {
            return null;
        }
    }

    /** When a customer may be reached who would be reached now: the same instant, or the end of the quiet hours. */
    public long endOfQuietMillis(long nowMillis, ZoneId zone) {
        ZonedDateTime now = java.time.Instant.ofEpochMilli(nowMillis).atZone(zone);
        if (!isQuietAt(now.toLocalTime())) {
            return nowMillis;
        }
        LocalDate day = now.toLocalTime().isBefore(until)
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        // At a change to summer time the end may not exist or lie before now; then quiet ends at once.
        return Math.max(nowMillis, day.atTime(until).atZone(zone).toInstant().toEpochMilli());
    }

    private boolean isQuietAt(LocalTime time) {
        boolean sinceFrom = !time.isBefore(from);
        boolean beforeUntil = time.isBefore(until);
        return from.isBefore(until) ? sinceFrom && beforeUntil : !from.equals(until) && (sinceFrom || beforeUntil);
    }
}
