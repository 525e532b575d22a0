package io.heed.jobs.change;

import io.heed.events.change.Change;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one entry of the change log.
 *
 * @param number its place in the log
 * @param change the change, or null where the entry could not be read
 * @param reasons why it was refused, or what it was superseded by; empty where it was accepted
 */
public record ChangeVerdict(long number, @Nullable Change change, Outcome outcome, List<String> reasons) {
    /** What can become of an entry. */
    public enum Outcome {
        /** It takes effect at its time. */
        ACCEPTED,
        /** The workspace already holds what it gives, or something later. */
        SUPERSEDED,
        /** It does not fit, and changes nothing. */
        REFUSED;

        /** The name that outputs carry. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies the reasons. */
    public ChangeVerdict {
        reasons = List.copyOf(reasons);
    }

    /** Whether the change takes effect. */
    public boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }
}
