package io.heed.jobs.commands;

import io.heed.jobs.backtest.Backtest;
import io.heed.jobs.backtest.BacktestAnalysis;
import io.heed.jobs.backtest.SideResults;
import io.heed.jobs.backtest.Trial;
import io.heed.jobs.commands.arguments.CheckedWorkspace;
import io.heed.jobs.commands.arguments.InputArguments;
import io.heed.jobs.commands.backtest.BacktestJson;
import io.heed.jobs.commands.backtest.BacktestPage;
import io.heed.jobs.commands.backtest.BacktestScope;
import io.heed.jobs.commands.backtest.BacktestSummary;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.commands.terminal.Style;
import io.heed.jobs.configuration.ChangeOptions;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.embedded.JobFailedException;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Shows what changed patterns and plays would have raised on a recording, beside those in force. */
@Command(
        name = "backtest",
        description = {
            "Shows what changed patterns and plays would have raised on a recording, beside those in force.",
            "",
            "The recording goes through the whole job twice: by the workspace as it is, and with the definitions of a file"
                    + " or other values of a pattern's parameters. The report says which customers gain and lose what,"
                    + " what was held back, and what becomes of other plays. It takes as long as two replays.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed backtest bill-spike.yaml",
            "  ./heed backtest --pattern unused-addon-30-days --set unused=25d",
            "  ./heed backtest bill-spike.yaml --events march.jsonl.gz --report march.html --json march.json",
            "",
            "Exit codes: 0 compared; 1 failed, the definitions have problems, or nothing changes; 2 the command line is"
                    + " wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BacktestCommand implements Callable<Integer> {
    @ParentCommand
    private Heed heed;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TrialArguments wanted;

    @Mixin
    private InputArguments input;

    @Mixin
    private TimeArguments time;

    @Option(
            names = {"--report", "--out"},
            paramLabel = "FILE",
            defaultValue = "backtest.html",
            description = "Where the report goes, one HTML page. Default: ${DEFAULT-VALUE}.")
    private Path report;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON, with every customer.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException, JobFailedException {
        Surroundings surroundings = heed.surroundings();
        Screen screen = heed.screen(spec);
        long began = surroundings.clock().millis();
        JobConfiguration before = input.configuration(surroundings, time.options(), ChangeOptions.NONE);
        WorkspaceSnapshot workspace = CheckedWorkspace.at(before.workspace());
        try (TemporaryFolder log = new TemporaryFolder("heed-backtest")) {
            Trial trial = wanted.trial(spec.commandLine(), workspace, log.path());
            trial.notes().forEach(screen::tell);
            if (trial.changes().isEmpty()) {
                screen.print(screen.styled(Style.RED, "Nothing changes, so there is nothing to compare."));
                return 1;
            }
            makeFolders();
            JobConfiguration after = input.configuration(
                    surroundings, time.options(), ChangeOptions.in(log.path().toString()));
            BacktestRuns runs = new BacktestRuns(screen, surroundings.clock(), input.parallelism());
            BacktestRuns.Side old = runs.run("old", before, workspace, new SideResults(trial.patterns()));
            BacktestRuns.Side changed = runs.run("new", after, workspace, new SideResults(trial.patterns()));
            Backtest backtest = new BacktestAnalysis(
                            trial, old.results(), changed.results(), old.evaluation(), changed.evaluation())
                    .compare();
            BacktestScope scope = new BacktestScope(
                    before.workspace(), before.input().files(), old.totals().records());
            new BacktestSummary(screen, backtest).show();
            write(backtest, scope);
            screen.print("");
            screen.print("The report is " + report + ". Done after "
                    + Figures.seconds(surroundings.clock().millis() - began) + ".");
            return old.totals().addUp() && changed.totals().addUp() ? 0 : 1;
        }
    }

    private void write(Backtest backtest, BacktestScope scope) throws IOException {
        Files.writeString(report, new BacktestPage(backtest, scope).html());
        if (json != null) {
            Files.writeString(json, BacktestJson.of(backtest, scope));
        }
    }

    /** Makes the folders of all files before the work begins, so that a wrong path is known at once. */
    private void makeFolders() throws IOException {
        for (Path file : json == null ? new Path[] {report} : new Path[] {report, json}) {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (Files.isDirectory(file)) {
                throw new IllegalArgumentException("file is a folder: " + file);
            }
        }
    }
}
