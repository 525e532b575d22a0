package io.heed.models.scoring;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.models.ModelFolder;
import io.heed.models.repository.ModelDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract that does not fit its graph is refused with what to change. */
class WrongContractsTest {
    @TempDir
    Path repository;

    @Test
    void aMissingFeatureNamesHowManyTheGraphTakes() {
        refused(
                        "torch-logit-column",
                        ModelFolder.contract("repeat-contact", 1, "output: {kind: logit}")
                                .replaceAll("(?m)^.*name: visits.*\n", ""),
                        "contacts",
                        "ratio")
                .hasMessageContaining("model.yaml:5:3: features has 2 entries, but the graph's input takes 3");
    }

    @Test
    void logOddsDeclaredAsProbabilitiesAreRecognised() {
        refused("torch-logit-column", "output: {kind: probability}")
                .hasMessageContaining("the graph gives log-odds (legal: output: {kind: logit})");
    }

    @Test
    void probabilitiesDeclaredAsLogOddsAreRecognised() {
        refused("torch-probability-flat", "output: {kind: logit}")
                .hasMessageContaining("the graph gives probabilities (legal: output: {kind: probability})");
    }

    @Test
    void theLabelIsNeverTheScore() {
        refused("sklearn-matrix", "output: {name: label}")
                .hasMessageContaining("output.name is not an output of numbers: label");
    }

    @Test
    void anOutputThatIsNotThereNamesThoseThatAre() {
        refused("sklearn-matrix", "output: {name: proba}")
                .hasMessageContaining(
                        "output.name is not one of the graph's outputs [label int64[any], probabilities float[any, 2]]:"
                                + " proba");
    }

    @Test
    void aClassBeyondTheGraphsIsRefused() {
        refused("sklearn-matrix", "output: {class: 2}").hasMessageContaining("output.class is not within 0..1");
    }

    @Test
    void aClassThatNoMapHoldsIsRefused() {
        refused("sklearn-zipmap-text-classes", "output: {class: repeat}")
                .hasMessageContaining("output.class is not one of the graph's classes [contact, quiet]: repeat");
    }

    @Test
    void aNamedClassWithoutItsColumnsIsRefused() {
        refused("sklearn-matrix", "output: {class: contact}")
                .hasMessageContaining("output.classes is missing: contact");
    }

    @Test
    void columnsTakenForAVectorAreRefused() {
        refused("sklearn-columns", "").hasMessageContaining("(legal: inputs: {kind: columns})");
    }

    @Test
    void aColumnThatNoFeatureFillsIsRefusedTogetherWithTheFeatureThatFillsNone() {
        String contract = ModelFolder.contract("repeat-contact", 1, "inputs: {kind: columns}")
                .replace("name: visits,", "name: visits, input: visit_count,");
        refused("sklearn-columns", contract, "contacts", "ratio", "visits")
                .hasMessageContaining("2 problems")
                .hasMessageContaining(":7:5: feature has no input in the graph: visits")
                .hasMessageContaining("the graph's input is given by no feature: visits");
    }

    @Test
    void aWrongInputNameIsRefusedWithTheRightOne() {
        refused("torch-logit-column", "inputs: {name: features}\noutput: {kind: logit}")
                .hasMessageContaining("(legal: name: input)");
    }

    @Test
    void examplesOfAnotherOrderOfFeaturesFailTheSelfTest() {
        String swapped = ModelFolder.contract("repeat-contact", 1, "output: {kind: logit}")
                .replace("name: contacts,", "name: other,")
                .replace("name: ratio,", "name: contacts,")
                .replace("name: other,", "name: ratio,");
        refused("torch-logit-column", swapped, "contacts", "ratio", "visits")
                .hasMessageContaining("examples.jsonl:1:1: score is 0.")
                .hasMessageContaining("another order of features");
    }

    @Test
    void aFileThatIsNoGraphIsRefused() throws Exception {
        Path folder = new ModelFolder(repository, "repeat-contact", 1).write();
        Files.writeString(folder.resolve("model.onnx"), "not a graph");
        ModelFolder.writeChecksums(folder);
        ModelDirectory directory = ModelDirectory.read(folder);
        assertThatThrownBy(() -> ServedModel.load(directory))
                .isInstanceOf(ScoringFailedException.class)
                .hasMessageContaining("model.onnx: ONNX Runtime cannot load it");
    }

    private AbstractThrowableAssert<?, ?> refused(String graph, String more) {
        return refused(graph, ModelFolder.contract("repeat-contact", 1, more), "contacts", "ratio", "visits");
    }

    private AbstractThrowableAssert<?, ?> refused(String graph, String contract, String... features) {
        double[] row = ModelFolder.scoredRows(graph).get(0);
        StringBuilder example = new StringBuilder("{\"features\": {");
        for (int i = 0; i < features.length; i++) {
            example.append(i == 0 ? "" : ", ")
                    .append('"')
                    .append(features[i])
                    .append("\": ")
                    .append(row[i]);
        }
        example.append("}, \"score\": ").append(row[3]).append("}\n");
        Path folder = new ModelFolder(repository, "repeat-contact", 1)
                .graph(graph)
                .contract(contract)
                .examples(example.toString())
                .baseline("""
                        {"row": {"contacts": 0, "ratio": 0%s}, "score": {"counts": [0]}, "features": {
                          "contacts": {"counts": [0]}, "ratio": {"counts": [0]}, "visits": {"counts": [0]}}}
                        """.formatted(features.length == 3 ? ", \"visits\": 0" : ""))
                .write();
        ModelDirectory directory = ModelDirectory.read(folder);
        return assertThatThrownBy(() -> ServedModel.load(directory)).isInstanceOf(InvalidDefinitionsException.class);
    }
}
