package io.heed.replay.simulation.customers;

import java.time.Instant;

/**
 * A discount for a time.
 *
 * @param name names it in events
 * @param monthlyDiscount what it takes off each month, USD
 * @param until when it ends
 */
public record Promotion(String name, double monthlyDiscount, Instant until) {}
