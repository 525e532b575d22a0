package io.heed.jobs.commands.patterns;

import io.heed.jobs.commands.terminal.Screen;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows and checks patterns; what it does is in its subcommands. */
@Command(
        name = "patterns",
        description = {
            "Shows and checks the patterns of a workspace: the situations in customers' events that plays react to.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ListPatternsCommand.class, ShowPatternCommand.class, ValidatePatternsCommand.class},
        footer = {
            "",
            "Examples:",
            "  ./heed patterns list",
            "  ./heed patterns show bill-spike",
            "  ./heed patterns validate my-draft.yaml",
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

    Path home() {
        return heed.home();
    }

    Screen screen(CommandSpec command) {
        return heed.screen(command);
    }
}
