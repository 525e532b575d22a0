package io.heed.jobs.commands.patterns;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.commands.arguments.WorkspaceOption;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.patterns.definition.PatternDefinitions;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
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

/** Checks files of patterns against a workspace. */
@Command(
        name = "validate",
        description = {
            "Checks files of patterns against the event types and features of a workspace.",
            "",
            "All problems are shown at once, each with file, line and column. A file need not lie in the workspace: so a"
                    + " draft is checked before it takes the place of what is there.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns validate",
            "  ./heed patterns validate my-draft.yaml --workspace my-company",
            "",
            "Exit codes: 0 nothing is wrong; 1 there are problems; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ValidatePatternsCommand implements Callable<Integer> {
    @ParentCommand
    private PatternsCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "The files to check. Default: all in " + PatternDefinitions.FOLDER + " of the workspace.")
    private List<Path> files = List.of();

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Override
    public Integer call() throws IOException {
        Screen screen = parent.screen(spec);
        String folder = workspace.folder(parent.home());
        WorkspaceSnapshot snapshot = WorkspaceFiles.snapshot(folder);
        List<DefinitionFile> definitions =
                files.isEmpty() ? snapshot.definitions(PatternDefinitions.FOLDER) : read(files);
        screen.print("Workspace " + folder);
        try {
            EventCatalogue catalogue = EventCatalogue.load(snapshot);
            FeatureDefinitions features = FeatureDefinitions.load(snapshot, catalogue);
            return check(screen, definitions, catalogue, features);
        } catch (InvalidDefinitionsException wrong) {
            show(screen, wrong);
            screen.print("Not checked, since they read what is wrong: patterns");
            return 1;
        }
    }

    private static int check(
            Screen screen, List<DefinitionFile> definitions, EventCatalogue catalogue, FeatureDefinitions features) {
        try {
            PatternDefinitions patterns = PatternDefinitions.read(definitions, catalogue, features.names());
            screen.print(Figures.count(patterns.all().size(), "pattern") + " in "
                    + Figures.count(definitions.size(), "file"));
            screen.print(screen.styled(Style.GREEN, "Nothing is wrong."));
            return 0;
        } catch (InvalidDefinitionsException wrong) {
            show(screen, wrong);
            return 1;
        }
    }

    private static void show(Screen screen, InvalidDefinitionsException wrong) {
        List<String> problems = wrong.problems();
        screen.print(screen.styled(Style.RED, Figures.count(problems.size(), "problem") + ":"));
        problems.forEach(problem -> screen.print("  " + problem));
    }

    private static List<DefinitionFile> read(List<Path> files) throws IOException {
        List<DefinitionFile> definitions = new ArrayList<>();
        for (Path file : files) {
            try {
                definitions.add(new DefinitionFile(file.toString(), Files.readString(file)));
            } catch (CharacterCodingException invalid) {
                throw new IllegalArgumentException("file is not valid UTF-8: " + file, invalid);
            }
        }
        return definitions;
    }
}
