package io.heed.replay.simulation.company;

/**
 * An add-on that the company sells.
 *
 * @param key names it in events
 * @param name as customers know it
 * @param monthly price a month, USD
 * @param useType which events are its use
 * @param cancellable whether it may be given back
 * @param commitmentDays days after the purchase before which it may not
 */
public record Product(
        String key, String name, double monthly, UseType useType, boolean cancellable, int commitmentDays) {}
