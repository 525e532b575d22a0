package io.heed.jobs.commands;

import io.heed.events.yaml.InvalidDefinitionsException;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.commands.terminal.TextTable;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.WorkspaceCheck;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Checks everything that a workspace declares. */
@Command(
        name = "validate",
        description = {
            "Loads everything that a workspace declares, and a job's configuration, and shows all problems at once.",
            "",
            "Event types, sources, features, patterns, targets, models (checksums, contract, self-test), contact reasons"
                    + " and plays are checked as the job would. Each problem comes with its place.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed validate",
            "  ./heed validate --workspace my-company --config heed.yaml",
            "",
            "Exit codes: 0 nothing is wrong; 1 there are problems; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private Heed heed;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            description = "The folder with the definitions and models. Default: the one that the configuration names,"
                    + " else the one that comes with Heed.")
    private @Nullable Path workspace;

    @Option(names = "--config", paramLabel = "FILE", description = "A job's configuration to check as well.")
    private @Nullable Path config;

    @Override
    public Integer call() throws IOException {
        Screen screen = heed.screen(spec);
        List<String> problems = new ArrayList<>();
        JobConfiguration configuration = configuration(problems);
        String folder = folder(configuration);
        WorkspaceSnapshot snapshot = WorkspaceFiles.snapshot(folder);
        WorkspaceCheck check = WorkspaceCheck.of(snapshot);
        problems.addAll(check.problems());

        screen.print("Workspace " + folder);
        TextTable counts = new TextTable("Declared", "Count");
        check.counts().forEach((kind, count) -> counts.add(kind, Figures.count(count)));
        counts.lines().forEach(line -> screen.print("  " + line));
        if (problems.isEmpty()) {
            screen.print(screen.styled(Style.GREEN, "Nothing is wrong."));
            return 0;
        }
        screen.print(screen.styled(Style.RED, Figures.count(problems.size(), "problem") + ":"));
        problems.forEach(problem -> screen.print("  " + problem));
        if (!check.unchecked().isEmpty()) {
            screen.print("Not checked, since they read what is wrong: " + String.join(", ", check.unchecked()));
        }
        return 1;
    }

    private @Nullable JobConfiguration configuration(List<String> problems) throws IOException {
        if (config == null) {
            return null;
        }
        Map<String, String> environment = heed.surroundings().environment();
        try {
            return JobConfiguration.read(config.toString(), Files.readString(config), environment);
        } catch (InvalidDefinitionsException invalid) {
            problems.addAll(invalid.problems());
            return null;
        }
    }

    private String folder(@Nullable JobConfiguration configuration) {
        Path folder = heed.surroundings().home();
        if (workspace != null) {
            folder = workspace;
        } else if (configuration != null) {
            folder = Path.of(configuration.workspace());
        }
        return folder.toAbsolutePath().normalize().toString();
    }
}
