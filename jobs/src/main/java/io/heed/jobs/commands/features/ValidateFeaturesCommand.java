package io.heed.jobs.commands.features;

import io.heed.events.catalogue.DefinitionFile;
import io.heed.events.catalogue.EventCatalogue;
import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.features.FeatureDefinition;
import io.heed.features.FeatureDefinitions;
import io.heed.jobs.commands.arguments.WorkspaceOption;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks features against the event types of a workspace. */
@Command(
        name = "validate",
        description = {
            "Checks the features of a workspace, or those of a file in the place of those of the same names.",
            "",
            "All problems are shown at once, each with file, line and column. A file need not lie in the workspace: so a"
                    + " draft is checked before it is applied.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed features validate",
            "  ./heed features validate my-draft.yaml --workspace my-company",
            "",
            "Exit codes: 0 nothing is wrong; 1 there are problems; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ValidateFeaturesCommand implements Callable<Integer> {
    @ParentCommand
    private FeaturesCommand parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "0..1", description = "A draft. Default: all that the workspace declares.")
    private @Nullable Path file;

    @Mixin
    private WorkspaceOption workspace = new WorkspaceOption();

    @Override
    public Integer call() throws IOException {
        Screen screen = parent.screen(spec);
        String folder = workspace.folder(parent.home());
        String draft = file == null ? "" : Files.readString(file);
        screen.print("Workspace " + folder);
        try {
            screen.print(Figures.count(count(WorkspaceFiles.snapshot(folder), draft), "feature"));
            screen.print(screen.styled(Style.GREEN, "Nothing is wrong."));
            return 0;
        } catch (InvalidDefinitionsException wrong) {
            List<String> problems = wrong.problems();
            screen.print(screen.styled(Style.RED, Figures.count(problems.size(), "problem") + ":"));
            problems.forEach(problem -> screen.print("  " + problem));
            return 1;
        }
    }

    private int count(WorkspaceSnapshot snapshot, String draft) {
        EventCatalogue catalogue = EventCatalogue.load(snapshot);
        FeatureDefinitions declared = FeatureDefinitions.load(snapshot, catalogue);
        if (file == null) {
            return declared.all().size();
        }
        List<FeatureDefinition> read = declared.read(new DefinitionFile(file.toString(), draft), catalogue);
        return read.size();
    }
}
