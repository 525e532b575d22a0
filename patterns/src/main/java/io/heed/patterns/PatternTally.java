package io.heed.patterns;

import java.util.Locale;

/** Counts what each version of a pattern does, over all customers. */
@FunctionalInterface
public interface PatternTally {
    /** Counts nothing. */
    PatternTally NONE = (key, figure, more) -> {};

    /** What is counted. */
    enum Figure {
        /** Matches that plays saw. */
        MATCHES,
        /** Matches of a shadow, or during a pause, that were only logged. */
        HELD_BACK,
        /** Open matches now; it goes up and down. */
        OPEN,
        /** Open matches dropped because a customer had more than the limit. */
        DROPPED;

        /** The name that outputs carry. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Counts.
     *
     * @param key the pattern's name and version
     * @param more how many more, or fewer
     */
    void count(String key, Figure figure, long more);
}
