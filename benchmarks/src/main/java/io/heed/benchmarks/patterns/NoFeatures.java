package io.heed.benchmarks.patterns;

import io.heed.features.FeatureView;

/** The view of a workspace without features. */
record NoFeatures(long timeMillis) implements FeatureView {
    @Override
    public double value(String feature) {
        throw new IllegalArgumentException("feature is not declared: " + feature);
    }
}
