package io.heed.jobs.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * How right the triggers of a play were on one side, where the recording knows its causes.
 *
 * @param right how many of those raised answered an open cause
 * @param episodes how many times a cause was there that the play could find
 * @param found how many of them it found
 * @param withContact how many right ones belong to a cause that made the customer get in touch
 * @param beforeAContact how many of those came before such a contact
 * @param medianLeadHours how long before the next such contact they came, NaN where none did
 */
public record Quality(
        int raised, int right, int episodes, int found, int withContact, int beforeAContact, double medianLeadHours) {
    /** What an evaluation says about a play; null where the recording does not say what the play answers. */
    static @Nullable Quality of(@Nullable JsonNode evaluation, String play) {
        JsonNode node = evaluation == null ? null : evaluation.path("plays").path(play);
        if (node == null || node.path("episodes").asInt() == 0) {
            return null;
        }
        return new Quality(
                node.path("raised").asInt(),
                node.path("right").asInt(),
                node.path("episodes").asInt(),
                node.path("found").asInt(),
                node.path("withContact").asInt(),
                node.path("beforeAContact").asInt(),
                node.path("medianLeadHours").asDouble(Double.NaN));
    }

    /** The share of those raised that were right. */
    public double precision() {
        return raised == 0 ? Double.NaN : (double) right / raised;
    }

    /** The share of what could be found that was. */
    public double recall() {
        return (double) found / episodes;
    }

    /** The share of the right ones with a contact that came before it. */
    public double inTime() {
        return withContact == 0 ? Double.NaN : (double) beforeAContact / withContact;
    }
}
