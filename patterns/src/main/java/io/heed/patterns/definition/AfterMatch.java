package io.heed.patterns.definition;

import java.io.Serializable;
import java.util.Locale;

/**
 * What a match does to the other open matches of its pattern and customer.
 *
 * @param stage the stage that {@link Skip#TO_FIRST} and {@link Skip#TO_LAST} speak of, "" for the others
 */
public record AfterMatch(Skip skip, String stage) implements Serializable {
    /** Nothing: every match is given. */
    public static final AfterMatch NO_SKIP = new AfterMatch(Skip.NONE, "");

    /** Which open matches are dropped. */
    public enum Skip {
        /** None. */
        NONE,
        /** Those that began with the same event. */
        TO_NEXT,
        /** Those that began at or before the match's last event. */
        PAST_LAST_EVENT,
        /** Those that began before the first event of a stage. */
        TO_FIRST,
        /** Those that began before the last event of a stage. */
        TO_LAST;

        /** How it is written in YAML. */
        public String key() {
            return this == NONE
                    ? "no-skip"
                    : "skip-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean namesAStage() {
            return this == TO_FIRST || this == TO_LAST;
        }
    }
}
