package io.heed.replay.simulation.company;

/**
 * A plan for a line.
 *
 * @param key names it in events
 * @param monthly price a month, USD; 0 for prepaid
 * @param dataMegabytes data that a line on it uses in an ordinary four weeks, MB
 */
public record Plan(String key, double monthly, double dataMegabytes) {}
