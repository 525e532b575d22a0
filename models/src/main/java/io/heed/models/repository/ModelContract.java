package io.heed.models.repository;

import java.util.List;
import java.util.Map;

/**
 * What model.yaml says: what the model reads, what it gives and how it is meant.
 *
 * @param model the model's name, also of its folder
 * @param version the version, also of its folder
 * @param kind what it reads
 * @param description one sentence for people
 * @param target the target it predicts, "" for a model of text
 * @param inputs how features enter the graph
 * @param inputName the graph's input where there is one for all features, "" where the graph has only one
 * @param features the features in the order of the graph
 * @param output where the score is
 * @param threshold from this score on the prediction counts as positive
 * @param explainFrom from this score on a prediction carries contributions
 * @param languages the languages a model of text understands, as ISO 639 codes; empty where that does not matter
 * @param selfTestTolerance how far the score of an example may be off
 * @param calibration how scores were made to mean probabilities, for people
 * @param text settings of a model of text, by name
 * @param training what it was trained on
 */
public record ModelContract(
        String model,
        int version,
        ModelKind kind,
        String description,
        String target,
        InputKind inputs,
        String inputName,
        List<ModelFeature> features,
        ModelOutput output,
        double threshold,
        double explainFrom,
        List<String> languages,
        double selfTestTolerance,
        String calibration,
        Map<String, String> text,
        TrainingFacts training) {
    /** Copies the lists. */
    public ModelContract {
        features = List.copyOf(features);
        languages = List.copyOf(languages);
    }
}
