package io.heed.models.health;

import io.heed.models.repository.Baseline;
import io.heed.models.repository.Histogram;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelFeature;
import java.util.List;
import java.util.Map;

/**
 * What a version of a model was trained on, as far as its health is measured against it.
 *
 * @param hash the hash of all that the version holds
 * @param target what it predicts
 * @param threshold from this score on a prediction counts as positive
 * @param names the features in the order in which predictions list them
 * @param features the histogram of each
 * @param score the histogram of the scores
 * @param effectiveRows how many rows of different customers the rows were worth
 */
public record TrainedVersion(
        String hash,
        String target,
        double threshold,
        List<String> names,
        List<Histogram> features,
        Histogram score,
        double effectiveRows) {
    /** Copies the lists. */
    public TrainedVersion {
        names = List.copyOf(names);
        features = List.copyOf(features);
    }

    /**
     * The training of a version.
     *
     * @throws IllegalArgumentException for a model of text, which has none of this
     */
    public static TrainedVersion of(ModelDirectory directory) {
        Baseline baseline = directory
                .baseline()
                .orElseThrow(() -> new IllegalArgumentException(
                        directory.contractFile() + ": kind is not tabular, so it has no baseline"));
        List<String> names =
                directory.contract().features().stream().map(ModelFeature::name).toList();
        Map<String, Histogram> histograms = baseline.features();
        return new TrainedVersion(
                directory.hash(),
                directory.contract().target(),
                directory.contract().threshold(),
                names,
                names.stream().map(name -> histogram(histograms, name)).toList(),
                baseline.score(),
                baseline.effectiveRows());
    }

    private static Histogram histogram(Map<String, Histogram> histograms, String name) {
        Histogram histogram = histograms.get(name);
        if (histogram == null) {
            throw new IllegalArgumentException("baseline has no histogram of a feature: " + name);
        }
        return histogram;
    }
}
