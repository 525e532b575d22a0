package io.heed.jobs.skew;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.catalogue.Workspace;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.packaging.GraphToPackage;
import io.heed.models.packaging.ModelPackage;
import io.heed.models.packaging.TrainedOn;
import io.heed.models.repository.InputKind;
import io.heed.models.repository.ModelFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;

/** A company whose calls are scored when they end, by models of three features each. */
record SkewWorkspace(Path folder) {
    static final String TARGET = "repeat-contact";
    private static final int MODEL_FEATURES = 3;
    private static final Path GRAPH = Path.of("../models/src/test/resources/exported/torch-probability-flat.onnx");
    private static final String TYPES = """
            event-types:
              purchase.made: {description: A purchase., fields: {amount: {type: number}, account: {type: text}}}
              usage.rated:
                description: Usage with its price.
                usual-delay: 12h
                fields: {amount: {type: number}}
              bill.issued:
                description: A bill.
                usual-delay: 6h
                fields: {bill: {type: text}, account: {type: text}, amount: {type: number}}
              bill.corrected:
                description: A bill in the place of another.
                fields: {bill: {type: text}, replaces: {type: text}, amount: {type: number}}
              addon.added: {description: An add-on., fields: {addon: {type: text}, monthly: {type: number}}}
              addon.cancelled: {description: The end of an add-on., fields: {addon: {type: text}}}
              call.started: {description: A call., fields: {account: {type: text}}}
              call.ended: {description: The end of a call., fields: {account: {type: text}}}
              outage.started: {description: An outage., subject: area, fields: {outage: {type: text}}}
              outage.ended: {description: Its end., subject: area, fields: {outage: {type: text}}}
            """;
    private static final String POLICY = """
            policy:
              time-zone: UTC
              quiet-hours: {from: "21:00", until: "08:00"}
              control-group: {share: 0.1, salt: none}
              trigger-salt: skew
            plays: {}
            """;

    /**
     * Writes a workspace.
     *
     * @param declared the features that there are
     * @param served those that the target names
     */
    static SkewWorkspace write(Path folder, FeaturePool pool, List<String> declared, List<String> served)
            throws IOException {
        write(folder, "events/definitions/events.yaml", TYPES);
        write(folder, "features/definitions/features.yaml", pool.declaring(declared));
        write(folder, "triggers/definitions/plays.yaml", POLICY);
        write(folder, "models/targets/targets.yaml", """
                targets:
                  %s:
                    description: Will the customer call again within a day?
                    decision: call.ended
                    labels: [call.started]
                    horizon: 24h
                    features: %s
                """.formatted(TARGET, served));
        return new SkewWorkspace(folder);
    }

    WorkspaceSnapshot snapshot() {
        return WorkspaceSnapshot.of(folder.toString(), Workspace.local(folder));
    }

    EventCatalogue catalogue() {
        return EventCatalogue.load(Workspace.local(folder));
    }

    FeatureDefinitions features() {
        return FeatureDefinitions.load(Workspace.local(folder), catalogue());
    }

    /** Has models serve that read the features, three each. */
    void serve(List<String> features) throws IOException {
        FeatureDefinitions definitions = features();
        for (int from = 0; from < features.size(); from += MODEL_FEATURES) {
            List<ModelFeature> inputs = new ArrayList<>();
            for (String name : features.subList(from, from + MODEL_FEATURES)) {
                inputs.add(new ModelFeature(name, definitions.require(name).hash(), "", 0.0, ""));
            }
            String model = "model-" + from;
            Path versions =
                    Files.createDirectories(folder.resolve("models/repository").resolve(model));
            GraphToPackage graph = new GraphToPackage(
                    model,
                    1,
                    TARGET,
                    "Three of the features.",
                    GRAPH,
                    List.of(),
                    InputKind.VECTOR,
                    inputs,
                    null,
                    null,
                    List.of(),
                    "1",
                    OptionalDouble.of(0.5),
                    Map.of());
            new ModelPackage(graph, new TrainedOn(rows(), TrainedOn.nothing())).write(versions.resolve("1"));
            write(versions, "aliases.yaml", "champion: 1\n");
        }
    }

    private static TrainedOn.Part rows() {
        Random random = new Random(1);
        double[][] rows = new double[20][MODEL_FEATURES];
        boolean[] labels = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.doubles(MODEL_FEATURES).toArray();
            labels[i] = random.nextBoolean();
        }
        return new TrainedOn.Part(rows, labels);
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
