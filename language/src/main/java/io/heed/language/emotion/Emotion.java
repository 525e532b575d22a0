package io.heed.language.emotion;

import java.util.List;

/**
 * How a message's writer feels.
 *
 * @param probabilities one for each state, in the order of {@link EmotionalState}; they add up to 1
 * @param distress the calibrated probability that the writer is frustrated or angry
 */
public record Emotion(List<Double> probabilities, double distress) {
    public Emotion {
        probabilities = List.copyOf(probabilities);
        if (probabilities.size() != EmotionalState.values().length) {
            throw new IllegalArgumentException("probabilities are not one for each state: " + probabilities);
        }
        if (!(distress >= 0 && distress <= 1)) {
            throw new IllegalArgumentException("distress is not within 0..1: " + distress);
        }
    }

    /** The probability of one state. */
    public double probability(EmotionalState state) {
        return probabilities.get(state.ordinal());
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
