package io.heed.models.prediction;

import org.jspecify.annotations.Nullable;

/**
 * How much a feature moved a score.
 *
 * @param feature the feature's name
 * @param value its value, or null where it was absent
 * @param contribution its part of the score less the baseline score, in probability
 */
public record Contribution(String feature, @Nullable Double value, double contribution) {}
