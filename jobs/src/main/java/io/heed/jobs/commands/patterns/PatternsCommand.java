package io.heed.jobs.commands.patterns;

import io.heed.jobs.commands.arguments.HeedCommand;
import io.heed.jobs.commands.terminal.Screen;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows, checks and changes patterns; what it does is in its subcommands. */
@Command(
        name = "patterns",
        description = {
            "Shows and checks the patterns of a workspace, the situations in customers' events that plays react to, and"
                    + " changes them while the job runs.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListPatternsCommand.class,
            ShowPatternCommand.class,
            ValidatePatternsCommand.class,
            ApplyCommand.class,
            SetCommand.class,
            PauseCommand.class,
            ResumeCommand.class,
            PromoteCommand.class,
            RemoveCommand.class,
            StatusCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  ./heed patterns list",
            "  ./heed patterns show bill-spike",
            "  ./heed patterns validate my-draft.yaml",
            "  ./heed patterns set unused-addon-30-days unused=25d",
            "  ./heed patterns status --state heed-state",
            "",
            "Exit codes: 0 done; 1 failed, or problems were found; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class PatternsCommand implements Callable<Integer> {
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
