package io.heed.features.window;

/**
 * What of a tracked series may still be read by a feature; the rest is dropped.
 *
 * @param windowMillis entries younger than this
 * @param last the newest entries, so many
 * @param untilEnded entries that have not ended
 */
public record Retention(long windowMillis, int last, boolean untilEnded) {
    /** What either of two retentions keeps. */
    public Retention and(Retention other) {
        return new Retention(
                Math.max(windowMillis, other.windowMillis), Math.max(last, other.last), untilEnded || other.untilEnded);
    }
}
