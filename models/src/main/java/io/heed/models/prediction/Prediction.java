package io.heed.models.prediction;

import java.util.Comparator;
import java.util.List;

/**
 * What one version of a model says about one customer at one decision.
 *
 * @param model the model's name
 * @param version its version
 * @param modelHash the hash of all that the version holds
 * @param target what it predicts
 * @param customer whom it is about
 * @param arm the part in which the version scored
 * @param score the probability, 0..1
 * @param threshold from this score on the prediction counts as positive
 * @param eventId the decision event
 * @param timeMillis the decision's time
 * @param features the values the model read, in its order
 * @param baselineScore the score of the model's baseline row
 * @param contributions each feature's part of the score less the baseline score, in the model's order; empty where the
 *     score is below the contract's explain-from, and for shadows
 */
public record Prediction(
        String model,
        int version,
        String modelHash,
        String target,
        String customer,
        Arm arm,
        double score,
        double threshold,
        String eventId,
        long timeMillis,
        List<FeatureValue> features,
        double baselineScore,
        List<Contribution> contributions) {
    /** Copies the lists. */
    public Prediction {
        features = List.copyOf(features);
        contributions = List.copyOf(contributions);
    }

    /** Whether the score reaches the threshold. */
    public boolean positive() {
        return score >= threshold;
    }

    /** The features that raised the score most, highest first. */
    public List<Contribution> reasons(int atMost) {
        return contributions.stream()
                .filter(part -> part.contribution() > 0)
                .sorted(Comparator.comparingDouble(Contribution::contribution)
                        .reversed()
                        .thenComparing(Contribution::feature))
                .limit(atMost)
                .toList();
    }
}
