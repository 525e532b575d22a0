package io.heed.models.prediction;

import org.jspecify.annotations.Nullable;

/** The value that a feature had when a customer was scored, or null where it was absent. */
public record FeatureValue(String name, @Nullable Double value) {}
