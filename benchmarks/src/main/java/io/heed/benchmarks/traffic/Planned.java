package io.heed.benchmarks.traffic;

import java.util.Comparator;

/**
 * An event that a burst will have.
 *
 * @param atMillis when it is meant to happen; it happens a little later where others come first
 * @param order its order among all events planned
 */
record Planned(
        long atMillis,
        long order,
        String customer,
        String type,
        String reference,
        String kind,
        double amount,
        String outcome) {
    static final Comparator<Planned> BY_TIME =
            Comparator.comparingLong(Planned::atMillis).thenComparingLong(Planned::order);
}
