package io.heed.jobs.explanation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.features.Completeness;
import java.time.Instant;

/** Says since when a feature has had its events and from when on it misses none. */
public final class CompletenessText {
    private CompletenessText() {}

    /** The time from which on it is complete, {@code always}, or the time from which on events count. */
    public static String of(Completeness completeness) {
        if (completeness.fromMillis() == Long.MIN_VALUE) {
            return "always";
        }
        return completeness.fromMillis() == Long.MAX_VALUE
                ? "counts from " + Instant.ofEpochMilli(completeness.fedSinceMillis())
                : "from " + Instant.ofEpochMilli(completeness.fromMillis());
    }

    /** Both times, each left out where there is none. */
    public static void write(Completeness completeness, ObjectNode node) {
        if (completeness.fedSinceMillis() != Long.MIN_VALUE) {
            node.put(
                    "countsFrom",
                    Instant.ofEpochMilli(completeness.fedSinceMillis()).toString());
        }
        if (completeness.fromMillis() == Long.MIN_VALUE) {
            node.put("completeFrom", "always");
        } else if (completeness.fromMillis() != Long.MAX_VALUE) {
            node.put(
                    "completeFrom",
                    Instant.ofEpochMilli(completeness.fromMillis()).toString());
        }
    }
}
