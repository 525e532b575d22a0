package io.heed.jobs.commands;

import io.heed.jobs.commands.arguments.ChangesArgument;
import io.heed.jobs.commands.arguments.CheckedWorkspace;
import io.heed.jobs.commands.arguments.InputArguments;
import io.heed.jobs.commands.terminal.Figures;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.configuration.TimeOptions;
import io.heed.jobs.flink.embedded.JobFailedException;
import io.heed.jobs.training.Split;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
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
                    + " split, label, arm, treatment and the target's slices, and manifest.json, which says what the"
                    + " columns are and where the rows come from. A model that a play names need not exist yet.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed export-training-set --target repeat-contact --out training-set",
            "  ./heed export-training-set --target repeat-contact --split customer --out training-set",
            "",
            "Exit codes: 0 written; 1 failed, or no decision could be labelled; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ExportTrainingSetCommand implements Callable<Integer> {
    @ParentCommand
    private Heed heed;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputArguments input;

    @Mixin
    private ChangesArgument changes;

    @Mixin
    private SplitArguments split;

    @Option(
            names = "--target",
            paramLabel = "NAME",
            required = true,
            description = "What is to be predicted, as models/targets declares it.")
    private String target;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder to write to.")
    private Path out;

    @Override
    public Integer call() throws IOException, JobFailedException {
        Surroundings surroundings = heed.surroundings();
        Screen screen = heed.screen(spec);
        split.check();
        JobConfiguration configuration = input.configuration(surroundings, TimeOptions.usual(), changes.options());
        List<String> targets = List.of(target);
        WorkspaceSnapshot workspace = CheckedWorkspace.forExport(configuration.workspace(), targets);
        Map<String, Long> counts =
                Objects.requireNonNull(new TrainingSetExport(screen, surroundings.clock(), input.parallelism())
                        .write(configuration, workspace, targets, split, name -> out)
                        .get(target));
        screen.print(said(counts) + ", in " + out.resolve("rows-0.parquet"));
        return count(counts, "rows") == 0 ? 1 : 0;
    }

    /** The counts in a sentence. */
    static String said(Map<String, Long> counts) {
        return Figures.count(count(counts, "rows"), "row") + " (" + Figures.count(count(counts, Split.TRAIN))
                + " to learn from, " + Figures.count(count(counts, Split.TEST)) + " to test on, "
                + Figures.count(count(counts, Split.GAP)) + " in the gap), " + Figures.count(count(counts, "positive"))
                + " of them positive; " + Figures.count(count(counts, "censored")) + " without a known label";
    }

    private static long count(Map<String, Long> counts, String what) {
        return counts.getOrDefault(what, 0L);
    }
}
