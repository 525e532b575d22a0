package io.heed.models.repository;

import java.util.Map;

/**
 * A row whose score is known from training.
 *
 * @param place file, line and column, for messages
 * @param features each feature's value by name, NaN where it is absent
 * @param score the expected score
 */
public record SelfTestExample(String place, Map<String, Double> features, double score) {
    /** Copies the values. */
    public SelfTestExample {
        features = Map.copyOf(features);
    }
}
