package io.heed.jobs.commands.models;

import io.heed.jobs.commands.arguments.WorkspaceOption;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.training.FeatureColumn;
import io.heed.jobs.training.TrainingSetReader;
import io.heed.models.packaging.GraphFiles;
import io.heed.models.packaging.GraphToPackage;
import io.heed.models.packaging.ModelPackage;
import io.heed.models.packaging.TrainedOn;
import io.heed.models.repository.InputKind;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelFeature;
import io.heed.models.repository.ModelRepository;
import io.heed.models.repository.ScoreKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Makes a version of a model of what any tool has trained. */
@Command(
        name = "package",
        description = {
            "Makes a version of a model of an ONNX file or an MLflow folder: contract, baseline, self-test, card and"
                    + " checksums, from the training set that the model was trained on.",
            "",
            "The graph may come from scikit-learn, LightGBM, XGBoost or PyTorch, as their exporters write it. It is"
                    + " scored on the training set, loaded as the job will load it, and only then put into its place.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed models package model.onnx --training-set training-set",
            "  ./heed models package mlruns/0/8f/artifacts/model --training-set training-set --absent median",
            "  ./heed models package model.onnx --training-set training-set --score logit --threshold 0.3",
            "",
            "Exit codes: 0 written; 1 refused or failed; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class PackageCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MODEL.onnx|MLFLOW_DIR", description = "The graph, or the folder that MLflow wrote.")
    private Path graph;

    @Option(
            names = "--training-set",
            paramLabel = "DIR",
            required = true,
            description = "What the model was trained on, as heed export-training-set wrote it.")
    private Path trainingSet;

    @Option(names = "--model", paramLabel = "NAME", description = "The model's name. Default: that of the target.")
    private @Nullable String name;

    @Option(names = "--target", paramLabel = "NAME", description = "Must be the training set's; said for certainty.")
    private @Nullable String target;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write, NAME/VERSION at its end. Default: the"
                    + " next version in models/repository of the workspace.")
    private @Nullable Path out;

    @Option(
            names = "--features",
            paramLabel = "NAME,...",
            split = ",",
            description = "The features in the graph's order. Default: all of the training set, in its order.")
    private List<String> features = List.of();

    @Option(
            names = "--absent",
            paramLabel = "[NAME=]VALUE",
            description = "What the model gets where a feature is absent, for all or for one: median, nan, or a number."
                    + " Needed where a feature was absent in training.")
    private List<String> absent = List.of();

    @Option(names = "--columns", description = "The graph has an input for each feature, named as the feature is.")
    private boolean columns;

    @Option(
            names = "--output",
            paramLabel = "NAME",
            description = "The graph's output. Default: the only one with" + " scores.")
    private @Nullable String output;

    @Option(
            names = "--score",
            paramLabel = "KIND",
            description =
                    "What the output's numbers are, probability or logit. Default: probability where all scores on"
                            + " the training set are within 0..1, else logit.")
    private @Nullable String score;

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            defaultValue = "1",
            description = "The class whose probability is the score: a number or a name. Default: ${DEFAULT-VALUE}.")
    private String positive = "1";

    @Option(
            names = "--classes",
            paramLabel = "NAME,...",
            split = ",",
            description = "The names of the output's columns, where --class is one of them.")
    private List<String> classes = List.of();

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description = "From this score on a prediction is positive. Default: the score that a tenth of the training"
                    + " rows reach.")
    private @Nullable Double threshold;

    @Option(names = "--description", paramLabel = "TEXT", defaultValue = "", description = "One sentence for people.")
    private String description = "";

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Override
    public Integer call() throws IOException {
        Screen screen = parent.screen(spec);
        TrainingSetReader training = TrainingSetReader.in(trainingSet);
        checkTarget(training);
        Path folder = folder(training);
        List<FeatureColumn> read = columns(training);
        List<String> names = read.stream().map(FeatureColumn::name).toList();
        TrainedOn rows = training.rows(names);
        double[] absentValues = new AbsentValues(absent).of(names, rows);
        GraphFiles files = GraphFiles.at(graph);
        ModelDirectory written =
                new ModelPackage(toPackage(folder, training, read, absentValues, files), rows).write(folder);
        tell(screen, written);
        return 0;
    }

    private void tell(Screen screen, ModelDirectory written) {
        ModelContract contract = written.contract();
        screen.print("written: " + written.folder());
        screen.print("  scores are " + plural(contract.output().kind()) + ", positive from " + contract.threshold()
                + " on, test part: " + contract.training().metrics());
        screen.print("  hash " + written.hash());
        screen.print("Next: ./heed models deploy " + contract.model() + " " + contract.version() + " --as shadow");
    }

    private void checkTarget(TrainingSetReader training) {
        if (target != null && !target.equals(training.target())) {
            throw new IllegalArgumentException("the training set is of another target: " + training.target() + ", not "
                    + target + " (legal: --target " + training.target() + ")");
        }
    }

    private Path folder(TrainingSetReader training) {
        if (out != null) {
            if (!out.getFileName().toString().matches("[1-9]\\d*")) {
                throw new IllegalArgumentException("--out does not end in a version's number: " + out
                        + " (legal: models/repository/" + training.target() + "/1)");
            }
            return out.toAbsolutePath().normalize();
        }
        ModelRepository repository = Repositories.in(workspace.folder(parent.home()));
        String model = name == null ? training.target() : name;
        List<Integer> versions = repository.versions(model);
        return repository.folder(model, versions.isEmpty() ? 1 : versions.get(versions.size() - 1) + 1);
    }

    private List<FeatureColumn> columns(TrainingSetReader training) {
        Map<String, FeatureColumn> known = new LinkedHashMap<>();
        training.columns().forEach(column -> known.put(column.name(), column));
        List<FeatureColumn> read = new ArrayList<>();
        for (String feature : features.isEmpty() ? List.copyOf(known.keySet()) : features) {
            FeatureColumn column = known.get(feature);
            if (column == null) {
                throw new IllegalArgumentException(
                        "feature is not in the training set: " + feature + " (there are: " + known.keySet() + ")");
            }
            read.add(column);
        }
        return read;
    }

    private GraphToPackage toPackage(
            Path folder,
            TrainingSetReader training,
            List<FeatureColumn> read,
            double[] absentValues,
            GraphFiles files) {
        List<ModelFeature> modelFeatures = new ArrayList<>();
        for (int i = 0; i < absentValues.length; i++) {
            FeatureColumn column = read.get(i);
            modelFeatures.add(new ModelFeature(
                    column.name(), column.definition(), column.unit(), absentValues[i], column.name()));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("recording", training.recording());
        facts.put("packaged-from", graph.getFileName().toString());
        return new GraphToPackage(
                folder.getName(folder.getNameCount() - 2).toString(),
                Integer.parseInt(folder.getFileName().toString()),
                training.target(),
                description,
                files.graph(),
                files.dataFiles(),
                columns ? InputKind.COLUMNS : InputKind.VECTOR,
                modelFeatures,
                output,
                kind(),
                classes,
                positive,
                threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold),
                facts);
    }

    private @Nullable ScoreKind kind() {
        if (score == null) {
            return null;
        }
        return switch (score) {
            case "probability" -> ScoreKind.PROBABILITY;
            case "logit" -> ScoreKind.LOGIT;
            default ->
                throw new IllegalArgumentException(
                        "--score is neither probability nor logit: " + score + " (legal: --score logit)");
        };
    }

    private static String plural(ScoreKind kind) {
        return kind == ScoreKind.LOGIT ? "logits" : "probabilities";
    }
}
