package io.heed.jobs.commands.features;

import io.heed.jobs.commands.arguments.HeedCommand;
import io.heed.jobs.commands.terminal.Screen;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows, checks, explains and changes features; what it does is in its subcommands. */
@Command(
        name = "features",
        description = {
            "Shows and checks the features of a workspace, the numbers that models, patterns and plays read, explains"
                    + " their values, and changes them while the job runs.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListFeaturesCommand.class,
            ValidateFeaturesCommand.class,
            ExplainFeaturesCommand.class,
            ApplyFeaturesCommand.class,
            RemoveFeatureCommand.class,
            FeaturesStatusCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  ./heed features list",
            "  ./heed features explain C000970 --at 2026-06-12T15:00:00Z --feature contacts_7d",
            "  ./heed features apply calls.yaml",
            "  ./heed features status --state heed-state",
            "",
            "Exit codes: 0 done; 1 failed, or problems were found; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class FeaturesCommand implements Callable<Integer> {
    @ParentCommand
    private HeedCommand heed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    HeedCommand heed() {
        return heed;
    }

    Path home() {
        return heed.home();
    }

    Screen screen(CommandSpec command) {
        return heed.screen(command);
    }
}
