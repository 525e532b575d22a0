package io.heed.models.packaging;

import io.heed.models.repository.InputKind;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelFeature;
import io.heed.models.repository.ModelKind;
import io.heed.models.repository.ModelOutput;
import io.heed.models.repository.ScoreKind;
import io.heed.models.repository.TrainingFacts;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * A trained graph, and what its maker says of it.
 *
 * @param model the name that the model is to have
 * @param version the version that it is to have
 * @param target what it predicts
 * @param graph the ONNX file
 * @param dataFiles files beside the graph that hold its weights; usually none
 * @param inputs how features enter the graph
 * @param features the features in the graph's order
 * @param output the graph's output, or null where it has only one that can be meant
 * @param kind what the output's numbers are, or null where that is to be seen from the scores
 * @param classes the names of the output's columns; empty where they are numbered
 * @param positive the class whose probability is the score
 * @param threshold from this score on a prediction is positive; empty for the score that a tenth of the rows reach
 * @param facts what is to stand in the contract about the training, by name
 */
public record GraphToPackage(
        String model,
        int version,
        String target,
        String description,
        Path graph,
        List<Path> dataFiles,
        InputKind inputs,
        List<ModelFeature> features,
        @Nullable String output,
        @Nullable ScoreKind kind,
        List<String> classes,
        String positive,
        OptionalDouble threshold,
        Map<String, String> facts) {
    private static final double TOLERANCE = 1e-5;

    /** Copies the lists. */
    public GraphToPackage {
        dataFiles = List.copyOf(dataFiles);
        features = List.copyOf(features);
        classes = List.copyOf(classes);
        facts = new LinkedHashMap<>(facts);
    }

    ModelContract contract(ScoreKind scores, double fromScore, Map<String, String> metrics) {
        return new ModelContract(
                model,
                version,
                ModelKind.TABULAR,
                description,
                target,
                inputs,
                "",
                features,
                new ModelOutput(output, scores, classes, positive),
                fromScore,
                fromScore,
                List.of(),
                TOLERANCE,
                "",
                Map.of(),
                new TrainingFacts(facts, metrics));
    }
}
