package io.heed.models.packaging;

import io.heed.events.yaml.Problems;
import io.heed.events.yaml.YamlFile;
import io.heed.events.yaml.YamlMapping;
import io.heed.events.yaml.YamlValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A graph as exporters leave it: an ONNX file, maybe with its weights in files beside it, or a model directory of MLflow.
 *
 * @param graph the ONNX file
 * @param dataFiles the files with its weights
 */
public record GraphFiles(Path graph, List<Path> dataFiles) {
    private static final String MLMODEL = "MLmodel";

    /** What MLflow writes beside a graph and its weights. */
    private static final Set<String> MLFLOW_FILES = Set.of(
            MLMODEL,
            "conda.yaml",
            "python_env.yaml",
            "requirements.txt",
            "input_example.json",
            "serving_input_example.json",
            "registered_model_meta");

    /**
     * Finds the graph.
     *
     * @param place an ONNX file or a directory of MLflow
     * @throws io.heed.events.yaml.InvalidDefinitionsException if an MLmodel is there that names no graph
     */
    public static GraphFiles at(Path place) throws IOException {
        if (Files.isDirectory(place)) {
            return mlflow(place);
        }
        if (!Files.isRegularFile(place)) {
            throw new IllegalArgumentException(
                    "model is neither a file nor a folder: " + place + " (legal: model.onnx, or a folder of MLflow)");
        }
        String name = place.getFileName().toString();
        Path folder = Objects.requireNonNull(place.toAbsolutePath().getParent());
        return new GraphFiles(
                place, files(folder, file -> file.startsWith(name + ".data") || file.startsWith(name + "_data")));
    }

    private static GraphFiles mlflow(Path folder) throws IOException {
        Path file = folder.resolve(MLMODEL);
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(
                    "folder holds no MLmodel, so MLflow did not write it: " + folder + " (legal: model.onnx)");
        }
        Problems problems = new Problems();
        YamlMapping top = YamlFile.read(file.toString(), Files.readString(file), problems);
        YamlMapping flavors = top == null ? null : mapping(top.require("flavors", "{onnx: {data: model.onnx}}"));
        YamlMapping onnx = flavors == null ? null : mapping(flavors.require("onnx", "{data: model.onnx}"));
        String data = onnx == null ? "" : onnx.requireText("data", "model.onnx");
        problems.throwIfAny();
        Path graph = folder.resolve(data);
        return new GraphFiles(graph, files(folder, name -> !name.equals(data) && !MLFLOW_FILES.contains(name)));
    }

    private static @Nullable YamlMapping mapping(@Nullable YamlValue value) {
        return value == null ? null : value.mapping();
    }

    private static List<Path> files(Path folder, java.util.function.Predicate<String> named) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> named.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }
}
