package io.heed.jobs.commands;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.jobs.commands.arguments.CheckedWorkspace;
import io.heed.jobs.commands.arguments.InputArguments;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.training.ModelTraining;
import io.heed.jobs.commands.training.PythonEnvironment;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.embedded.JobFailedException;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.repository.ModelRepository;
import io.heed.models.target.Target;
import io.heed.models.target.Targets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Trains the models of a workspace on a recording. */
@Command(
        name = "train",
        description = {
            "Trains a model for each target of a workspace, from a recording to a model directory.",
            "",
            "The recording goes through the job once, as in export-training-set; then models/training fits, chooses and"
                    + " calibrates inside the training part and scores the test part once. A version is written into"
                    + " models/repository/TARGET/NUMBER of the workspace, with its card. Nobody is served by it before"
                    + " aliases.yaml names it. The last line of the output is one JSON object with all figures.",
            "",
            "It needs Python 3.11 or newer; the packages are installed into models/training/.venv when it first runs."
                    + " HEED_PYTHON names another Python, which is taken as it is if it has the packages.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed train my-company --events 2026.jsonl.gz --mapping tickets",
            "  ./heed train --target repeat-contact --out target/repository",
            "",
            "Exit codes: 0 trained; 1 failed for any target; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class TrainCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParentCommand
    private Heed heed;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "WORKSPACE",
            description = "The folder with the definitions; the same as --workspace.")
    private @Nullable Path workspace;

    @Mixin
    private InputArguments input;

    @Mixin
    private SplitArguments split;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            description = "What is to be predicted. Default: every target of the workspace, a model each.")
    private @Nullable String target;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Another repository than the workspace's: the version goes to DIR/TARGET/NUMBER.")
    private @Nullable Path out;

    @Option(
            names = "--explain-from",
            paramLabel = "SCORE",
            description = "Predictions carry reasons from this score on; 0 for all. Default: the model's threshold.")
    private @Nullable Double explainFrom;

    @Option(
            names = "--training-sets",
            paramLabel = "DIR",
            description = "Keep the training sets, as DIR/TARGET. Default: they are removed.")
    private @Nullable Path trainingSets;

    @Override
    public Integer call() throws IOException, JobFailedException {
        Surroundings surroundings = heed.surroundings();
        Screen screen = heed.screen(spec);
        split.check();
        long began = surroundings.clock().millis();
        Path folder = input.workspace(surroundings, workspace);
        List<String> targets = targets(WorkspaceFiles.snapshot(folder.toString()));
        WorkspaceSnapshot definitions = CheckedWorkspace.forExport(folder.toString(), targets);
        JobConfiguration configuration =
                input.configuration(surroundings, folder, mapping(surroundings, definitions, screen));
        ModelTraining training = training(surroundings, screen);
        ObjectNode report = JSON.createObjectNode().put("workspace", folder.toString());
        try (TemporaryFolder temporary = new TemporaryFolder("heed-train")) {
            Path sets = trainingSets == null ? temporary.path() : trainingSets.toAbsolutePath();
            Map<String, Map<String, Long>> counts = new TrainingSetExport(
                            screen, surroundings.clock(), input.parallelism())
                    .write(configuration, definitions, targets, split, sets::resolve);
            ArrayNode models = report.putArray("models");
            counts.forEach((name, counted) -> {
                screen.tell(name + ": " + ExportTrainingSetCommand.said(counted));
                models.add(trained(training, name, sets.resolve(name), repository(folder), screen));
            });
        }
        report.put("seconds", (surroundings.clock().millis() - began) / 1000);
        screen.print(report.toString());
        return report.findValue("error") == null ? 0 : 1;
    }

    /** The wanted targets, all that there are where none was named. */
    private List<String> targets(WorkspaceSnapshot definitions) {
        Targets declared = Targets.load(definitions, EventCatalogue.load(definitions));
        if (target != null) {
            return List.of(declared.require(target).name());
        }
        if (declared.all().isEmpty()) {
            throw new IllegalArgumentException("workspace declares nothing to predict: " + definitions.location()
                    + " (legal: a file in models/targets)");
        }
        return declared.all().stream().map(Target::name).toList();
    }

    private String mapping(Surroundings surroundings, WorkspaceSnapshot definitions, Screen screen) throws IOException {
        if (!input.mapping().isEmpty()) {
            return input.mapping();
        }
        String found =
                RecordedFormat.mappingOf(Path.of(input.files(surroundings).get(0)), definitions);
        if (!found.isEmpty()) {
            screen.tell("the events are read as " + found + ", the only source that the workspace declares");
        }
        return found;
    }

    private static ModelTraining training(Surroundings surroundings, Screen screen) throws IOException {
        Path folder = surroundings.home().resolve("models/training");
        String named = surroundings.environment().get(PythonEnvironment.VARIABLE);
        return new ModelTraining(
                folder, new PythonEnvironment(folder, named, screen::tell).interpreter(), screen::tell);
    }

    private ModelRepository repository(Path folder) {
        return new ModelRepository(out == null ? folder.resolve("models/repository") : out.toAbsolutePath());
    }

    private ObjectNode trained(
            ModelTraining training, String name, Path set, ModelRepository repository, Screen screen) {
        List<Integer> versions = repository.versions(name);
        Path folder = repository.folder(name, versions.isEmpty() ? 1 : versions.get(versions.size() - 1) + 1);
        try {
            return training.train(set, folder, explainFrom).put("directory", folder.toString());
        } catch (IOException | IllegalArgumentException failed) {
            screen.tell(name + ": " + failed.getMessage());
            return JSON.createObjectNode().put("target", name).put("error", String.valueOf(failed.getMessage()));
        }
    }
}
