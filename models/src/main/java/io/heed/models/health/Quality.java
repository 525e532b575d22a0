package io.heed.models.health;

import org.jspecify.annotations.Nullable;

/**
 * How good the scores of some decisions are. A figure is null where it has no meaning, such as a precision without
 * positive predictions.
 *
 * @param decisions how many
 * @param happened the share of them whose label is 1
 * @param promised the mean score: the share that the scores promise
 * @param precision the share of hits among the scores that reached the threshold
 * @param recall the share of all hits whose score reached the threshold
 * @param auc the probability that a hit has a higher score than a miss, by a hundred bins
 * @param brier the mean squared error
 * @param calibration whether the scores mean probabilities; null where it cannot be told
 */
public record Quality(
        long decisions,
        @Nullable Double happened,
        @Nullable Double promised,
        @Nullable Double precision,
        @Nullable Double recall,
        @Nullable Double auc,
        @Nullable Double brier,
        @Nullable Calibration calibration) {
    /**
     * Whether scores mean probabilities.
     *
     * @param error the mean distance of promised and observed share, over at most ten groups of like scores
     * @param byChance the error to be expected of scores that are right
     * @param alarm whether it is neither chance nor a trifle
     */
    public record Calibration(double error, double byChance, boolean alarm) {}
}
