package io.heed.models.repository;

import java.util.Map;

/**
 * What features and scores looked like in training.
 *
 * @param rows how many rows there were
 * @param row the baseline row: each feature's typical value by name, NaN where it is typically absent
 * @param features each feature's histogram by name
 * @param score the histogram of the scores
 * @param effectiveRows how many rows of different customers the rows were worth; training does not always say, then as
 *     many as there were
 */
public record Baseline(
        long rows, Map<String, Double> row, Map<String, Histogram> features, Histogram score, double effectiveRows) {
    /** Copies the maps. */
    public Baseline {
        row = Map.copyOf(row);
        features = Map.copyOf(features);
    }
}
