package io.heed.jobs.commands;

import static java.util.Comparator.comparing;

import io.heed.jobs.commands.arguments.ChangesArgument;
import io.heed.jobs.commands.arguments.CheckedWorkspace;
import io.heed.jobs.commands.arguments.InputArguments;
import io.heed.jobs.commands.reporting.ReplayLedger;
import io.heed.jobs.commands.reporting.ReplayNews;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.customer.CareResult.Labelled;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.JobFailedException;
import io.heed.jobs.training.CustomerSplit;
import io.heed.jobs.training.TargetColumns;
import io.heed.jobs.training.TrainingSetWriter;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import io.heed.models.label.TrainingRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Writes the rows that a model can be trained on. */
@Command(
        name = "export-training-set",
        description = {
            "Takes a recording through the job and writes a training set for a target: for each decision the features"
                    + " as a live model would have got them, and what came of it.",
            "",
            "It writes rows-0.parquet, a column for each feature (null where absent) beside customer, time, event,"
                    + " split, label, arm and treatment, and manifest.json, which says what the columns are.",
            ""
        },
        footer = {
            "",
            "Example:",
            "  ./heed export-training-set --target repeat-contact --out training-set",
            "",
            "Exit codes: 0 written; 1 failed, or no decision could be labelled; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExportTrainingSetCommand implements Callable<Integer> {
    private static final Comparator<TrainingRow> ORDER = comparing(TrainingRow::customer)
            .thenComparingLong(TrainingRow::timeMillis)
            .thenComparing(TrainingRow::event);

    @ParentCommand
    private Heed heed;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputArguments input;

    @Mixin
    private ChangesArgument changes;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            required = true,
            description = "What is to be predicted, as models/targets declares it.")
    private String target;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write to.")
    private Path out;

    @Option(
            names = "--test-share",
            paramLabel = "SHARE",
            defaultValue = "0.3",
            description = "The share of customers, 0 to 1, that are kept for the test of the model; which ones is the"
                    + " same in every export. Default: ${DEFAULT-VALUE}.")
    private double testShare;

    @Override
    public Integer call() throws IOException, JobFailedException {
        Surroundings surroundings = heed.surroundings();
        Screen screen = heed.screen(spec);
        long began = surroundings.clock().millis();
        CustomerSplit split = new CustomerSplit(testShare);
        JobConfiguration configuration = input.configuration(surroundings, TimeOptions.usual(), changes.options());
        WorkspaceSnapshot workspace = CheckedWorkspace.at(configuration.workspace());
        TargetColumns columns = TargetColumns.of(workspace, target);
        List<TrainingRow> rows = new ArrayList<>();
        ReplayLedger ledger = new ReplayLedger();
        ReplayNews news =
                new ReplayNews(screen, ledger, () -> surroundings.clock().millis() - began);
        new EmbeddedFlink(input.parallelism())
                .replay(
                        new ProactiveCareJob(configuration, workspace, List.of(target), began),
                        result -> {
                            ledger.add(result);
                            if (result instanceof Labelled labelled) {
                                rows.add(labelled.row());
                            }
                        },
                        news::reached);
        screen.endLiveLine();
        rows.sort(ORDER);
        write(rows, columns, split, configuration);
        long positive = rows.stream().filter(TrainingRow::label).count();
        screen.print(Figures.count(rows.size(), "row") + ", " + Figures.count(positive) + " of them positive, in "
                + out.resolve("rows-0.parquet"));
        return rows.isEmpty() ? 1 : 0;
    }

    private void write(
            List<TrainingRow> rows, TargetColumns columns, CustomerSplit split, JobConfiguration configuration)
            throws IOException {
        String recording = configuration.input().files().stream()
                .map(file -> Path.of(file).getFileName().toString())
                .collect(Collectors.joining(" "));
        try (TrainingSetWriter writer = new TrainingSetWriter(out, target, recording, columns.columns(), split)) {
            for (TrainingRow row : rows) {
                writer.write(row);
            }
        }
    }
}
