package io.heed.replay.simulation.customers;

import io.heed.replay.simulation.chance.Chance;
import java.time.Duration;
import java.util.List;

/** How an add-on is used by who bought it. */
public enum UseHabit {
    /** Every few days. */
    OFTEN,
    /** Every few weeks: silence is not yet neglect. */
    SELDOM,
    /** A few times after the purchase, then forgotten. */
    DROPPED,
    /** Not once. */
    NEVER;

    /** How long after the purchase a dropped add-on is used for the last time. */
    public static final Duration DROPPED_AFTER = Duration.ofDays(11);

    /** A habit, drawn by the weights of often, seldom, dropped and never. */
    public static UseHabit draw(Chance chance, double often, double seldom, double dropped, double never) {
        return List.of(OFTEN, SELDOM, DROPPED, NEVER).get(chance.weighted(often, seldom, dropped, never));
    }

    /** Whether it comes to be paid for without being used. */
    public boolean isForgotten() {
        return this == DROPPED || this == NEVER;
    }
}
