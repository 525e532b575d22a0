package io.heed.patterns;

import io.heed.features.FeatureView;
import java.util.Map;

/** Features that a test sets by hand. */
public record Features(long timeMillis, Map<String, Double> values) implements FeatureView {
    /** A view in which no feature has a value. */
    public static final Features NONE = new Features(0, Map.of());

    @Override
    public double value(String feature) {
        return values.getOrDefault(feature, Double.NaN);
    }
}
