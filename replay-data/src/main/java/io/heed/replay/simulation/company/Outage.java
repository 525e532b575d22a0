package io.heed.replay.simulation.company;

import java.time.Instant;

/**
 * A fault that hit an area for a time.
 *
 * @param id names it in events
 * @param area the area it hit
 * @param service {@code mobile} or {@code broadband}
 * @param cause why
 * @param from when it began
 * @param to when it was over
 */
public record Outage(String id, Area area, String service, String cause, Instant from, Instant to) {
    /** Checks that it lasts. */
    public Outage {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("to is not after from " + from + ": " + to);
        }
    }

    /** Whether it was going on. */
    public boolean isOpenAt(Instant time) {
        return !time.isBefore(from) && time.isBefore(to);
    }
}
