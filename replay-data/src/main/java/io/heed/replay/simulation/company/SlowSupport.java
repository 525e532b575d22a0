package io.heed.replay.simulation.company;

import java.time.Instant;

/**
 * Days on which support could not keep up: longer waits, fewer solved contacts.
 *
 * @param from when it began
 * @param to when it was over
 * @param load how much more there was to do than people to do it, 1 for an ordinary day
 */
public record SlowSupport(Instant from, Instant to, double load) {}
