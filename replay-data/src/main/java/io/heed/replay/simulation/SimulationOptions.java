package io.heed.replay.simulation;

import io.heed.replay.simulation.life.Treatment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What to simulate.
 *
 * @param customers how many customers, at least 1
 * @param days how many days, at least 1
 * @param seed the same seed gives the same recording
 * @param start when the recording begins
 * @param treatments care that reaches customers and changes what they do
 */
public record SimulationOptions(int customers, int days, long seed, Instant start, List<Treatment> treatments) {
    /** When recordings begin unless told otherwise. */
    public static final Instant DEFAULT_START = Instant.parse("2026-01-05T00:00:00Z");

    /** Checks the numbers. */
    public SimulationOptions {
        if (customers < 1 || customers > 999_999) {
            throw new IllegalArgumentException("customers is not in 1..999999: " + customers);
        }
        if (days < 1 || days > 3650) {
            throw new IllegalArgumentException("days is not in 1..3650: " + days);
        }
        treatments = List.copyOf(treatments);
    }

    /** Options without treatments, beginning at {@link #DEFAULT_START}. */
    public static SimulationOptions of(int customers, int days, long seed) {
        return new SimulationOptions(customers, days, seed, DEFAULT_START, List.of());
    }

    /** The options of the recording that is bundled with Heed. */
    public static SimulationOptions bundled() {
        return of(2_000, 240, 20_260_105);
    }

    /** The same with other treatments. */
    public SimulationOptions withTreatments(List<Treatment> newTreatments) {
        return new SimulationOptions(customers, days, seed, start, newTreatments);
    }

    /** When the recording ends. */
    public Instant end() {
        return start.plus(Duration.ofDays(days));
    }
}
