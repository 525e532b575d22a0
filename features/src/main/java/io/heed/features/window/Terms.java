package io.heed.features.window;

import java.io.Serializable;

/**
 * The numbers that a declaration adds to an aggregate; each is 0 where the aggregate does not read it.
 *
 * @param halfLifeMillis after what time a value weighs half as much
 * @param by by how much a decayed mean rises or falls to have turned
 * @param unitMillis the unit of a result that is a time
 */
public record Terms(long halfLifeMillis, double by, long unitMillis) implements Serializable {
    /** Of aggregates that read none, but for a time, which is in milliseconds. */
    public static final Terms PLAIN = new Terms(0, 0, 1);
}
