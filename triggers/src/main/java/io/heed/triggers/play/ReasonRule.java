package io.heed.triggers.play;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A reason that a play may give, and the sentence that says it to a care agent.
 *
 * @param code the reason's code, from a closed list that reports count by
 * @param when a condition, "" where the reason always holds
 * @param sentence a sentence with places such as {@code {bill.charges:0.00}}
 * @param urgency how soon to act for this reason, or null for the play's own urgency
 */
public record ReasonRule(
        String code, String when, String sentence, @Nullable Urgency urgency) implements Serializable {}
