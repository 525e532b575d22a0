package io.heed.jobs.commands.models;

import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.events.yaml.Problems;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.commands.arguments.WorkspaceOption;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.language.emotion.EmotionModel;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelKind;
import io.heed.models.repository.ModelRepository;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.scoring.ScoringFailedException;
import io.heed.models.target.Targets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Loads versions of models as a job would. */
@Command(
        name = "validate",
        description = {
            "Loads versions of models as a job would: checksums, contract against graph, features against those declared,"
                    + " self-test, warm-up. All problems are shown at once.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed models validate",
            "  ./heed models validate repeat-contact",
            "  ./heed models validate repeat-contact/1",
            "",
            "Exit codes: 0 nothing is wrong; 1 there are problems; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ValidateModelsCommand implements Callable<Integer> {
    @ParentCommand
    private ModelsCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME[/VERSION]",
            arity = "0..*",
            description = "Models, versions, or folders of versions. Default: every version of every model.")
    private List<String> names = List.of();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Override
    public Integer call() {
        Screen screen = parent.screen(spec);
        WorkspaceSnapshot snapshot = WorkspaceFiles.snapshot(workspace.folder(parent.home()));
        EventCatalogue catalogue = EventCatalogue.load(snapshot);
        FeatureDefinitions features = FeatureDefinitions.load(snapshot, catalogue);
        Targets targets = Targets.load(snapshot, catalogue, features.names());
        List<Path> versions = versions(snapshot.repository());
        List<String> problems = new ArrayList<>();
        for (Path version : versions) {
            List<String> found = problems(version, features, targets);
            screen.print(
                    (found.isEmpty() ? screen.styled(Style.GREEN, "loads  ") : screen.styled(Style.RED, "refused  "))
                            + version);
            problems.addAll(found);
        }
        if (problems.isEmpty()) {
            screen.print(Figures.count(versions.size(), "version") + ", nothing is wrong.");
            return 0;
        }
        screen.print(screen.styled(Style.RED, Figures.count(problems.size(), "problem") + ":"));
        problems.forEach(problem -> screen.print("  " + problem));
        return 1;
    }

    private List<Path> versions(ModelRepository repository) {
        List<Path> versions = new ArrayList<>();
        for (String name : names.isEmpty() ? repository.names() : names) {
            if (repository.names().contains(name)) {
                repository.versions(name).forEach(version -> versions.add(repository.folder(name, version)));
            } else if (name.matches("[a-z][a-z0-9-]*/\\d+") && !Files.isDirectory(Path.of(name))) {
                String[] parts = name.split("/", 2);
                versions.add(repository.folder(parts[0], Integer.parseInt(parts[1])));
            } else {
                versions.add(Path.of(name).toAbsolutePath().normalize());
            }
        }
        for (Path version : versions) {
            if (!Files.isDirectory(version)) {
                throw new IllegalArgumentException(
                        "there is no such model: " + version + " (models: " + repository.names() + ")");
            }
        }
        return versions;
    }

    private static List<String> problems(Path version, FeatureDefinitions features, Targets targets) {
        Problems problems = new Problems();
        try {
            ModelDirectory directory = ModelDirectory.read(version);
            if (directory.contract().kind() == ModelKind.TEXT) {
                EmotionModel.load(directory).close();
                return List.of();
            }
            targets.require(directory.contract().target());
            directory.checkDefinitions(features::hashOf, problems);
            ModelRegistry registry = new ModelRegistry();
            registry.release(registry.acquire(directory));
        } catch (InvalidDefinitionsException invalid) {
            problems.addAll(invalid);
        } catch (IllegalArgumentException | ScoringFailedException unfit) {
            problems.add(version.toString(), String.valueOf(unfit.getMessage()));
        }
        return problems.all();
    }
}
