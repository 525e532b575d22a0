package io.heed.benchmarks.traffic;

import java.io.Serializable;

/**
 * How much traffic there is; the same plan gives the same events.
 *
 * @param events how many events of ordinary customers, evenly over 180 days
 * @param customers how many ordinary customers
 * @param hotEvents how many events of one customer more, all within one hour in the middle
 */
public record TrafficPlan(long seed, long events, int customers, long hotEvents) implements Serializable {
    /** The customer with all events of the hot hour. */
    public static final String HOT_CUSTOMER = "hot";

    private static final long START_MILLIS = 1_767_225_600_000L; // 2026-01-01
    private static final long SPAN_MILLIS = 180 * 86_400_000L;
    private static final long HOUR_MILLIS = 3_600_000;

    /** Checks that there is something. */
    public TrafficPlan {
        if (events < 1 || customers < 1 || hotEvents < 0) {
            throw new IllegalArgumentException("traffic is empty: " + events + " events, " + customers + " customers");
        }
    }

    /** Ordinary customers alone. */
    public static TrafficPlan of(long events, int customers) {
        return new TrafficPlan(7, events, customers, 0);
    }

    /** The same with one hot customer. */
    public TrafficPlan withHotEvents(long newHotEvents) {
        return new TrafficPlan(seed, events, customers, newHotEvents);
    }

    /** The beginning of the same traffic at the same rate: so many events of it, none of them hot. */
    public TrafficPlan fewer(long newEvents) {
        return new TrafficPlan(seed, newEvents, (int) Math.max(1, customers * newEvents / events), 0);
    }

    /** All events. */
    public long total() {
        return events + hotEvents;
    }

    /** When the first event happens. */
    public long startMillis() {
        return START_MILLIS;
    }

    /** By when all events have happened. */
    public long lastMillis() {
        return START_MILLIS + SPAN_MILLIS;
    }

    /** A time by which every window of every pattern is over. */
    public long endMillis() {
        return START_MILLIS + 3 * SPAN_MILLIS;
    }

    long timeOf(long index) {
        return START_MILLIS + (long) ((double) SPAN_MILLIS * index / events);
    }

    /** The time of a hot event; {@link Long#MAX_VALUE} after the last. */
    long timeOfHot(long index) {
        return index < hotEvents ? START_MILLIS + SPAN_MILLIS / 2 + HOUR_MILLIS * index / hotEvents : Long.MAX_VALUE;
    }
}
