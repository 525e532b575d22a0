package io.heed.patterns;

import io.heed.features.FeatureView;
import java.util.Map;

/** The features as they were when an event came, as far as they were kept with it. */
record KeptFeatures(long timeMillis, Map<String, Double> values) implements FeatureView {
    @Override
    public double value(String feature) {
        return values.getOrDefault(feature, Double.NaN);
    }
}
