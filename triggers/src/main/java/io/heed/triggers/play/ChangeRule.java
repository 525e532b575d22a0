package io.heed.triggers.play;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A later event that clears, expires or updates what a play said.
 *
 * @param events the types of such events
 * @param where a condition over the later event, the signal's stages and features; "" for every event of the types
 * @param because what is written to the log and the withdrawn trigger
 * @param reason the new reason and sentence of an update, null where they stay
 * @param urgency the new urgency of an update, null where it stays
 */
public record ChangeRule(
        ChangeKind kind,
        List<String> events,
        String where,
        String because,
        @Nullable ReasonRule reason,
        @Nullable Urgency urgency)
        implements Serializable {
    /** Copies the types. */
    public ChangeRule {
        events = List.copyOf(events);
    }
}
