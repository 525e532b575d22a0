package io.heed.jobs.commands.models;

import io.heed.jobs.commands.arguments.HeedCommand;
import io.heed.jobs.commands.terminal.Screen;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows, packages, checks and exchanges models; what it does is in its subcommands. */
@Command(
        name = "models",
        description = {
            "Shows, packages and checks the models of a workspace, and exchanges them while the job runs.",
            "",
            "A version goes live step by step: package it, deploy it as a shadow that nobody acts on, compare, give it a"
                    + " share of the customers as a challenger, promote it, and roll back where that was wrong.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ListModelsCommand.class,
            ValidateModelsCommand.class,
            PackageCommand.class,
            DeployCommand.class,
            PromoteCommand.class,
            RollbackCommand.class,
            WithdrawCommand.class,
            StatusCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  ./heed models list",
            "  ./heed models package model.onnx --training-set training-set --target repeat-contact",
            "  ./heed models deploy repeat-contact 2 --as shadow",
            "  ./heed models promote repeat-contact 2",
            "  ./heed models rollback repeat-contact",
            "",
            "Exit codes: 0 done; 1 failed, or problems were found; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
public final class ModelsCommand implements Callable<Integer> {
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
