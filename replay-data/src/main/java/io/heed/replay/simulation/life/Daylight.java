package io.heed.replay.simulation.life;

import io.heed.replay.simulation.chance.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When people are awake. */
public final class Daylight {
    private static final int WAKES_AT = 8;
    private static final int SLEEPS_AT = 22;

    private Daylight() {}

    /** Whether somebody in the zone is awake. */
    public static boolean isAwake(Instant time, ZoneId zone) {
        int hour = time.atZone(zone).getHour();
        return hour >= WAKES_AT && hour < SLEEPS_AT;
    }

    /** The time itself by day; at night a time of the next morning. */
    public static Instant awake(Instant time, ZoneId zone, Chance chance) {
        if (isAwake(time, zone)) {
            return time;
        }
        ZonedDateTime local = time.atZone(zone);
        ZonedDateTime morning = local.toLocalDate().atTime(WAKES_AT, 0).atZone(zone);
        Instant next = (local.getHour() >= SLEEPS_AT ? morning.plusDays(1) : morning).toInstant();
        return next.plus(chance.between(Duration.ZERO, Duration.ofHours(4)));
    }
}
