package io.heed.replay.simulation.conversations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote or said.
 *
 * @param text the words
 * @param emotion how a customer felt, null for care agents and bots
 * @param personal the kinds of personal data planted in it
 */
record Utterance(String text, @Nullable Emotion emotion, List<String> personal) {
    Utterance {
        personal = List.copyOf(personal);
    }
}
