package io.heed.models.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heed.models.ModelFolder;
import io.heed.models.repository.ModelDirectory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the usual exporters write is served as it is, with the scores of the library that it comes from. */
class ExportedGraphsTest {
    @TempDir
    Path repository;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sklearn-zipmap              |
                    sklearn-zipmap-text-classes | output: {class: contact}
                    sklearn-matrix              |
                    sklearn-trees               | output: {name: probabilities, class: 1}
                    sklearn-columns             | inputs: {kind: columns}
                    lightgbm-zipmap             |
                    lightgbm-matrix             |
                    xgboost                     |
                    torch-logit-column          | output: {kind: logit}
                    torch-probability-flat      |
                    torch-two-logits            | output: {kind: logit, classes: [quiet, contact], class: contact}
                    torch-fixed-batch           | output: {kind: logit}
                    torch-fixed-batch-of-four   | output: {kind: logit}
                    torch-external-data         | output: {kind: logit}
                    torch-double                | output: {kind: logit}
                    """)
    void graphGivesTheScoresOfItsLibraryForOneRowAndForMany(String graph, String more) {
        List<double[]> rows = ModelFolder.scoredRows(graph);
        Path folder = new ModelFolder(repository, "repeat-contact", 1)
                .graph(graph)
                .contract(ModelFolder.contract("repeat-contact", 1, more == null ? "" : more))
                .write();
        double[][] features = rows.stream().map(row -> Arrays.copyOf(row, 3)).toArray(double[][]::new);

        ServedModel served = ServedModel.load(ModelDirectory.read(folder));
        try (OnnxModel model = OnnxModel.open(
                folder.resolve("model.onnx"),
                served.contract(),
                served.directory().places())) {
            double[] together = model.scores(features);
            for (int i = 0; i < features.length; i++) {
                double expected = rows.get(i)[3];
                assertThat(served.score(features[i])).isCloseTo(expected, within(2e-6));
                assertThat(together[i]).isCloseTo(expected, within(2e-6));
            }
        } finally {
            served.close();
        }
    }
}
