package io.heed.models.packaging;

import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.models.packaging.TrainedOn.Part;
import io.heed.models.repository.ContractPlaces;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ScoreKind;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.scoring.OnnxModel;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes a version of a model: contract, baseline, self-test, card and checksums around a graph. The version is written
 * aside, loaded as the job will load it, and only then put into its place.
 */
public final class ModelPackage {
    private static final double ALERT_SHARE = 0.1;
    private static final double ROUNDING = 1e-6;

    private final GraphToPackage graph;
    private final TrainedOn rows;

    /** A package of a graph and its rows. */
    public ModelPackage(GraphToPackage graph, TrainedOn rows) {
        this.graph = graph;
        this.rows = rows;
    }

    /**
     * Writes the version.
     *
     * @param folder where it is to lie: a repository's folder, the model's name, the version's number
     * @return the version as it was read back and tested
     * @throws FileAlreadyExistsException if there is such a version: a version never changes
     * @throws InvalidDefinitionsException where the graph does not fit what is said of it
     */
    public ModelDirectory write(Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw new FileAlreadyExistsException(
                    folder.toString(), null, "the version exists, and a version never changes");
        }
        Path parent = Files.createDirectories(folder.toAbsolutePath().getParent());
        Path aside = Files.createTempDirectory(parent.getParent(), ".packaging-");
        try {
            Path written =
                    Files.createDirectories(aside.resolve(graph.model()).resolve(String.valueOf(graph.version())));
            write(written, scored(written));
            test(written);
            Files.move(written, folder, StandardCopyOption.ATOMIC_MOVE);
            return ModelDirectory.read(folder);
        } finally {
            delete(aside);
        }
    }

    /** A contract with the scores that the graph gives by it. */
    private static final class Scored {
        final ModelContract contract;
        final double[] train;

        Scored(ModelContract contract, double[] train) {
            this.contract = contract;
            this.train = train;
        }
    }

    private Scored scored(Path folder) throws IOException {
        Path copy = Files.copy(graph.graph(), folder.resolve("model.onnx"));
        for (Path data : graph.dataFiles()) {
            Files.copy(data, folder.resolve(data.getFileName().toString()));
        }
        if (graph.kind() != null) {
            return scored(copy, graph.kind());
        }
        try {
            Scored scored = scored(copy, ScoreKind.PROBABILITY);
            return areProbabilities(scored.train) ? scored : scored(copy, ScoreKind.LOGIT);
        } catch (InvalidDefinitionsException misfit) {
            return scoredAsLogits(copy, misfit);
        }
    }

    private Scored scoredAsLogits(Path copy, InvalidDefinitionsException asProbabilities) {
        try {
            return scored(copy, ScoreKind.LOGIT);
        } catch (InvalidDefinitionsException again) {
            asProbabilities.addSuppressed(again);
            throw asProbabilities;
        }
    }

    private Scored scored(Path copy, ScoreKind kind) {
        ModelContract contract = graph.contract(kind, 0.5, Map.of());
        ContractPlaces places = new ContractPlaces(graph.graph().toString(), Map.of());
        try (OnnxModel model = OnnxModel.open(copy, contract, places)) {
            double[] train = scores(model, rows.train());
            double[] test = scores(model, rows.test());
            double threshold = graph.threshold().orElseGet(() -> threshold(train));
            return new Scored(
                    graph.contract(
                            kind,
                            threshold,
                            TestFigures.of(test, rows.test().labels()).byName()),
                    train);
        }
    }

    private static boolean areProbabilities(double[] scores) {
        return Arrays.stream(scores).allMatch(score -> score >= -ROUNDING && score <= 1 + ROUNDING);
    }

    private static double[] scores(OnnxModel model, Part part) {
        return Arrays.stream(part.rows()).mapToDouble(model::score).toArray();
    }

    private static double threshold(double[] scores) {
        double[] ascending = scores.clone();
        Arrays.sort(ascending);
        int place = (int) Math.floor((1 - ALERT_SHARE) * (ascending.length - 1));
        return Math.round(Math.min(1, Math.max(0, ascending[place])) * 10_000) / 10_000.0;
    }

    private void write(Path folder, Scored scored) throws IOException {
        ModelContract contract = scored.contract;
        TrainedRowsText text = new TrainedRowsText(contract, rows.train(), scored.train);
        Files.writeString(folder.resolve("model.yaml"), ContractText.of(contract));
        Files.writeString(folder.resolve("baseline.json"), text.baseline(rows));
        Files.writeString(folder.resolve("examples.jsonl"), text.examples());
        Files.writeString(folder.resolve("model-card.md"), ModelCard.of(contract, rows));
        ModelDirectory.seal(folder);
    }

    private static void test(Path folder) {
        ModelRegistry registry = new ModelRegistry();
        registry.release(registry.acquire(ModelDirectory.read(folder)));
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
