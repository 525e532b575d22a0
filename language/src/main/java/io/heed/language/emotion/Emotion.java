package io.heed.language.emotion;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a message's writer feels.
 *
 * @param probabilities one for each state, adding up to 1, in the order of the states
 * @param distress the calibrated probability that the writer is frustrated or angry
 */
public record Emotion(Map<EmotionalState, Double> probabilities, double distress) {
    /** Copies the map. */
    public Emotion {
        if (probabilities.size() != EmotionalState.values().length) {
            throw new IllegalArgumentException("probabilities are not one for each state: " + probabilities);
        }
        if (!(distress >= 0 && distress <= 1)) {
            throw new IllegalArgumentException("distress is not within 0..1: " + distress);
        }
        probabilities = Collections.unmodifiableMap(new EnumMap<>(probabilities));
    }

    /** The probability of one state. */
    public double probability(EmotionalState state) {
        return probabilities.getOrDefault(state, 0.0);
    }

    /** The most probable state; of equals the calmer. */
    public EmotionalState state() {
        EmotionalState best = EmotionalState.CALM;
        for (EmotionalState state : EmotionalState.values()) {
            if (probability(state) > probability(best)) {
                best = state;
            }
        }
        return best;
    }
}
