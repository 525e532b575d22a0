package io.heed.language.emotion;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How somebody feels over several pieces of text. */
public final class EmotionMean {
    private EmotionMean() {}

    /**
     * The mean of every probability and of distress.
     *
     * @param weights how much each piece counts, above 0
     */
    public static Emotion of(List<Emotion> pieces, List<Integer> weights) {
        if (pieces.isEmpty() || pieces.size() != weights.size()) {
            throw new IllegalArgumentException(
                    "weights are not one for each piece: " + weights.size() + " for " + pieces.size());
        }
        if (pieces.size() == 1) {
            return pieces.get(0);
        }
        double sum = weights.stream().mapToInt(Integer::intValue).sum();
        Map<EmotionalState, Double> probabilities = new EnumMap<>(EmotionalState.class);
        double distress = 0;
        for (int i = 0; i < pieces.size(); i++) {
            double share = weights.get(i) / sum;
            distress += share * pieces.get(i).distress();
            for (EmotionalState state : EmotionalState.values()) {
                probabilities.merge(state, share * pieces.get(i).probability(state), Double::sum);
            }
        }
        return new Emotion(probabilities, Math.min(1, distress));
    }
}
