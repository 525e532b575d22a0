package io.heed.jobs.commands;

import io.heed.jobs.commands.arguments.HeedCommand;
import io.heed.jobs.commands.features.FeaturesCommand;
import io.heed.jobs.commands.language.LanguageCommand;
import io.heed.jobs.commands.models.ModelsCommand;
import io.heed.jobs.commands.patterns.PatternsCommand;
import io.heed.jobs.commands.terminal.Screen;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code heed} command; what it does is in its subcommands. */
@Command(
        name = "heed",
        description = "Watches customers' events and proposes care before they have to ask.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ReplayCommand.class,
            BacktestCommand.class,
            RunCommand.class,
            ValidateCommand.class,
            FeaturesCommand.class,
            PatternsCommand.class,
            ModelsCommand.class,
            LanguageCommand.class,
            ExportTrainingSetCommand.class,
            TrainCommand.class,
            SimulateCommand.class,
            BenchmarkCommand.class
        },
        footer = {
            "",
            "Start with:  ./heed replay",
            "Each command explains itself:  ./heed COMMAND --help",
            "",
            "Exit codes: 0 done; 1 failed, or problems found; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class Heed implements HeedCommand, Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show what a command does and which options it has.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean helpWanted;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the whole stack trace of an error.")
    private boolean debug;

    Heed(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs one command and exits with its code. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Surroundings.ofThisProcess()).execute(arguments));
    }

    static CommandLine commandLine(Surroundings surroundings) {
        Heed heed = new Heed(surroundings);
        return new CommandLine(heed)
                .setUsageHelpWidth(Screen.COLUMNS)
                .setUsageHelpAutoWidth(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new WrongArguments())
                .setExecutionExceptionHandler(new FailedCommand(() -> heed.debug));
    }

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public Path home() {
        return surroundings.home();
    }

    @Override
    public Map<String, String> environment() {
        return surroundings.environment();
    }

    @Override
    public InstantSource clock() {
        return surroundings.clock();
    }

    @Override
    public InputStream standardInput() {
        return surroundings.standardInput();
    }

    @Override
    public Screen screen(CommandSpec command) {
        CommandLine line = command.commandLine();
        return new Screen(line.getOut(), line.getErr(), surroundings.terminal(), surroundings.coloured());
    }
}
