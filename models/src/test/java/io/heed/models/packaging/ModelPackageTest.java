package io.heed.models.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.heed.models.ModelFolder;
import io.heed.models.packaging.TrainedOn.Part;
import io.heed.models.repository.InputKind;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelFeature;
import io.heed.models.repository.ScoreKind;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.scoring.ServedModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPackageTest {
    private static final String MODEL = "repeat-contact";
    private static final Set<String> GIVE_LOGITS = Set.of(
            "torch-double",
            "torch-external-data",
            "torch-fixed-batch",
            "torch-fixed-batch-of-four",
            "torch-logit-column",
            "torch-two-logits");

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lightgbm-matrix",
                "lightgbm-zipmap",
                "sklearn-columns",
                "sklearn-matrix",
                "sklearn-trees",
                "sklearn-zipmap",
                "torch-double",
                "torch-external-data",
                "torch-fixed-batch",
                "torch-fixed-batch-of-four",
                "torch-logit-column",
                "torch-probability-flat",
                "torch-two-logits",
                "xgboost"
            })
    void whatTheUsualExportersWriteIsPackagedAndScoresAsItsLibraryDoes(String graph) throws IOException {
        ModelDirectory packaged = new ModelPackage(graph(graph, "1"), rows(200)).write(root.resolve(MODEL + "/1"));

        ModelRegistry registry = new ModelRegistry();
        ServedModel served = registry.acquire(packaged);
        for (double[] row : ModelFolder.scoredRows(graph)) {
            assertThat(served.score(Arrays.copyOf(row, 3))).isCloseTo(row[3], within(1e-5));
        }
        registry.release(served);
        assertThat(packaged.contract().output().kind())
                .isEqualTo(GIVE_LOGITS.contains(graph) ? ScoreKind.LOGIT : ScoreKind.PROBABILITY);
    }

    @Test
    void aClassIsNamedAsTheGraphNamesIt() throws IOException {
        ModelDirectory packaged = new ModelPackage(graph("sklearn-zipmap-text-classes", "contact"), rows(50))
                .write(root.resolve(MODEL + "/1"));

        assertThat(packaged.contract().output().positive()).isEqualTo("contact");
    }

    @Test
    void theContractHoldsWhatIsKnownAndTheThresholdIsReachedByATenth() throws IOException {
        ModelDirectory packaged =
                new ModelPackage(graph("sklearn-matrix", "1"), rows(500)).write(root.resolve(MODEL + "/1"));

        assertThat(packaged.contract().features())
                .extracting(ModelFeature::name, ModelFeature::definition, ModelFeature::absent)
                .containsExactly(
                        tuple("contacts", "c1", 0.0), tuple("ratio", "c2", -1.5), tuple("visits", "c3", Double.NaN));
        assertThat(packaged.contract().training().metrics()).containsKeys("auc", "brier", "calibration_error");
        assertThat(packaged.examples()).hasSize(20);
        double share = Arrays.stream(rows(500).train().rows())
                        .filter(row ->
                                scoreOf(packaged, row) >= packaged.contract().threshold())
                        .count()
                / 500.0;
        assertThat(share).isCloseTo(0.1, within(0.02));
    }

    @Test
    void aVersionNeverChanges() throws IOException {
        Path folder = root.resolve(MODEL + "/1");
        new ModelPackage(graph("sklearn-matrix", "1"), rows(20)).write(folder);

        assertThatThrownBy(() -> new ModelPackage(graph("xgboost", "1"), rows(20)).write(folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("a version never changes");
    }

    @Test
    void whatDoesNotFitLeavesNothingBehind() throws IOException {
        Path folder = root.resolve(MODEL + "/1");
        GraphToPackage wrong = graph("sklearn-zipmap-text-classes", "1");

        assertThatThrownBy(() -> new ModelPackage(wrong, rows(20)).write(folder))
                .hasMessageContaining("contact");
        assertThat(Files.exists(folder)).isFalse();
        try (Stream<Path> left = Files.list(root)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder(MODEL, "graphs");
        }
    }

    @Test
    void aFolderOfMlflowIsReadWithItsDataFiles() throws IOException {
        Path mlflow = Files.createDirectories(root.resolve("mlflow"));
        Files.writeString(
                mlflow.resolve("MLmodel"),
                "flavors:\n  onnx:\n    data: model.onnx\n    onnx_version: 1.20\n  python_function: {loader_module: x}\n");
        Files.writeString(mlflow.resolve("conda.yaml"), "x: 1\n");
        Files.write(mlflow.resolve("model.onnx"), resource("torch-external-data.onnx"));
        Files.write(mlflow.resolve("model.onnx.data"), resource("torch-external-data.onnx.data"));

        GraphFiles files = GraphFiles.at(mlflow);

        assertThat(files.graph()).isEqualTo(mlflow.resolve("model.onnx"));
        assertThat(files.dataFiles()).containsExactly(mlflow.resolve("model.onnx.data"));
    }

    @Test
    void aFolderThatNamesNoGraphIsRefused() throws IOException {
        assertThatThrownBy(() -> GraphFiles.at(root)).hasMessageContaining("folder holds no MLmodel");
        Files.writeString(root.resolve("MLmodel"), "flavors: {sklearn: {}}\n");
        assertThatThrownBy(() -> GraphFiles.at(root))
                .hasMessageContaining("MLmodel:1:")
                .hasMessageContaining("key is missing: onnx");
    }

    private static double scoreOf(ModelDirectory directory, double[] row) {
        ModelRegistry registry = new ModelRegistry();
        ServedModel served = registry.acquire(directory);
        try {
            return served.score(row);
        } finally {
            registry.release(served);
        }
    }

    private GraphToPackage graph(String name, String positive) throws IOException {
        Path graphs = Files.createDirectories(root.resolve("graphs"));
        Path graph = Files.write(graphs.resolve(name + ".onnx"), resource(name + ".onnx"));
        List<Path> data = name.equals("torch-external-data")
                ? List.of(Files.write(graphs.resolve("model.onnx.data"), resource(name + ".onnx.data")))
                : List.of();
        return new GraphToPackage(
                MODEL,
                1,
                MODEL,
                "A model \"for\" tests: one.",
                graph,
                data,
                name.equals("sklearn-columns") ? InputKind.COLUMNS : InputKind.VECTOR,
                List.of(
                        new ModelFeature("contacts", "c1", "contacts", 0, "contacts"),
                        new ModelFeature("ratio", "c2", "", -1.5, "ratio"),
                        new ModelFeature("visits", "c3", "", name.equals("sklearn-matrix") ? Double.NaN : 0, "visits")),
                null,
                null,
                List.of(),
                positive,
                OptionalDouble.empty(),
                Map.of("recording", "a: \"b\""));
    }

    private static TrainedOn rows(int count) {
        Random random = new Random(5);
        double[][] values = new double[count][];
        boolean[] labels = new boolean[count];
        for (int i = 0; i < count; i++) {
            values[i] = new double[] {
                random.nextGaussian() * 2,
                random.nextDouble() < 0.2 ? Double.NaN : random.nextGaussian(),
                random.nextInt(5)
            };
            labels[i] = random.nextDouble() < 1 / (1 + Math.exp(-values[i][0]));
        }
        Part part = new Part(values, labels);
        return new TrainedOn(part, part);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ModelPackageTest.class.getResourceAsStream("/exported/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
