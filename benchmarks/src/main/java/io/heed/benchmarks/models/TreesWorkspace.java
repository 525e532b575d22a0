package io.heed.benchmarks.models;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.features.FeatureDefinition;
import io.heed.features.FeatureDefinitions;
import io.heed.models.packaging.GraphToPackage;
import io.heed.models.packaging.ModelPackage;
import io.heed.models.packaging.TrainedOn;
import io.heed.models.packaging.TrainedOn.Part;
import io.heed.models.repository.InputKind;
import io.heed.models.repository.ModelFeature;
import io.heed.models.repository.ModelRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small company in a folder: customers visit and call, fifty features count visits over one to fifty hours, and models
 * of a hundred trees score each customer when a call ends.
 */
public record TreesWorkspace(Path folder) {
    /** The model's name, and its target's. */
    public static final String MODEL = "calls-again";

    /** How many features the model reads. */
    public static final int FEATURES = 50;

    private static final int TREES = 100;
    private static final int DEPTH = 6;
    private static final int ROWS = 1_000;
    private static final double MOST_VISITS = 40;

    /** Writes the workspace with versions 1 to {@code versions} of its model, of which the first serves. */
    public static TreesWorkspace in(Path folder, int versions) throws IOException {
        write(folder.resolve("events/definitions/events.yaml"), """
                event-types:
                  web.visit: {description: A visit to a page., fields: {page: {type: text}}}
                  call.ended: {description: A call has ended., fields: {conversation: {type: text}}}
                """);
        write(
                folder.resolve("features/definitions/visits.yaml"),
                "features:\n"
                        + names().stream()
                                .map(name -> "  " + name + ": {description: Visits., unit: visits, events: [web.visit],"
                                        + " aggregate: count, window: " + name.replaceAll("\\D", "") + "h}\n")
                                .collect(Collectors.joining()));
        write(folder.resolve("models/targets/calls-again.yaml"), """
                targets:
                  calls-again: {decision: call.ended, labels: [call.ended], horizon: 24h, features: %s}
                """.formatted(names()));
        TreesWorkspace workspace = new TreesWorkspace(folder);
        for (int version = 1; version <= versions; version++) {
            workspace.packageModel(version);
        }
        write(folder.resolve("models/repository").resolve(MODEL).resolve("aliases.yaml"), "champion: 1\n");
        return workspace;
    }

    /** Where the versions lie. */
    public ModelRepository repository() {
        return new ModelRepository(folder.resolve("models/repository"));
    }

    /** A made-up row of the model. */
    static double[] row(Random random) {
        double[] row = new double[FEATURES];
        double rate = random.nextDouble();
        for (int i = 0; i < FEATURES; i++) {
            row[i] = Math.floor((i == 0 ? 0 : row[i - 1]) + rate * 2 * random.nextDouble());
        }
        return row;
    }

    private static List<String> names() {
        return IntStream.rangeClosed(1, FEATURES)
                .mapToObj(hours -> "visits_" + hours + "h")
                .toList();
    }

    private void packageModel(int version) throws IOException {
        Path graph = Files.createTempFile("trees", ".onnx");
        try {
            Files.write(graph, RandomTrees.graph(TREES, DEPTH, FEATURES, MOST_VISITS, version));
            new ModelPackage(toPackage(graph, version), rows())
                    .write(repository().folder(MODEL, version));
        } finally {
            Files.delete(graph);
        }
    }

    private GraphToPackage toPackage(Path graph, int version) {
        Workspace workspace = Workspace.local(folder);
        FeatureDefinitions declared = FeatureDefinitions.load(workspace, EventCatalogue.load(workspace));
        List<ModelFeature> features = names().stream()
                .map(declared::require)
                .map(TreesWorkspace::modelFeature)
                .toList();
        return new GraphToPackage(
                MODEL,
                version,
                MODEL,
                "Random trees.",
                graph,
                List.of(),
                InputKind.VECTOR,
                features,
                null,
                null,
                List.of(),
                "1",
                OptionalDouble.empty(),
                Map.of());
    }

    private static ModelFeature modelFeature(FeatureDefinition feature) {
        return new ModelFeature(feature.name(), feature.hash(), feature.unit(), 0, feature.name());
    }

    private static TrainedOn rows() {
        Random random = new Random(3);
        double[][] rows = new double[ROWS][];
        boolean[] labels = new boolean[ROWS];
        for (int i = 0; i < ROWS; i++) {
            rows[i] = row(random);
            labels[i] = random.nextBoolean();
        }
        Part part = new Part(rows, labels);
        return new TrainedOn(part, part);
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
