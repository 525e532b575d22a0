package io.heed.jobs.commands;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.jobs.commands.arguments.ChangesArgument;
import io.heed.jobs.commands.arguments.CheckedWorkspace;
import io.heed.jobs.commands.arguments.InputArguments;
import io.heed.jobs.commands.reporting.QualitySummary;
import io.heed.jobs.commands.reporting.ReplayFiles;
import io.heed.jobs.commands.reporting.ReplayLedger;
import io.heed.jobs.commands.reporting.ReplayNews;
import io.heed.jobs.commands.reporting.ReplayReport;
import io.heed.jobs.commands.reporting.ReplaySummary;
import io.heed.jobs.commands.reporting.ReplayTimings;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.customer.CareResult.Triggered;
import io.heed.jobs.evaluation.Evaluation;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.delivery.OutputKind;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.JobFailedException;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.triggers.contract.TriggerStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Takes a recording through the whole job and shows the triggers. */
@Command(
        name = "replay",
        description = {
            "Takes a recording through the whole job in an embedded Flink and shows the care triggers.",
            "",
            "The first triggers appear as they come; at the end follow the triggers most worth doing, each with its"
                    + " reason, what became of each play, what was held back and why, and what became of every record."
                    + " The environment variable HEED_KEY holds the secret of the keyed hashes.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./heed replay",
            "  ./heed replay --events march.jsonl.gz --live-from 2026-03-15T00:00:00Z --report march.json",
            "  ./heed replay --workspace my-company --mapping tickets --events tickets.csv --out results",
            "",
            "Exit codes: 0 replayed; 1 failed, or the counts do not add up; 2 the command line is wrong."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class ReplayCommand implements Callable<Integer> {
    @ParentCommand
    private Heed heed;

    @Spec
    private CommandSpec spec;

    @Mixin
    private InputArguments input;

    @Mixin
    private TimeArguments time;

    @Mixin
    private ChangesArgument changes;

    @Option(
            names = "--top",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many triggers to show. Default: ${DEFAULT-VALUE}.")
    private int top;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write totals, plays, triggers a day, what was held back, and timings, as JSON.")
    private @Nullable Path report;

    @Option(
            names = "--triggers",
            paramLabel = "FILE",
            description = "Write every step of every trigger, a JSON line each, by customer, time and id.")
    private @Nullable Path triggers;

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "Write the decision log, a JSON line each, by customer, time and id.")
    private @Nullable Path decisions;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write every kind of result into this folder: triggers.jsonl, decisions.jsonl,"
                    + " predictions.jsonl, model-health.jsonl, late.jsonl, unattributed.jsonl, dead-letters.jsonl.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException, JobFailedException {
        Surroundings surroundings = heed.surroundings();
        Screen screen = heed.screen(spec);
        long began = surroundings.clock().millis();
        JobConfiguration configuration = input.configuration(surroundings, time.options(), changes.options());
        ReplayFiles files = wantedFiles();
        ReplayLedger ledger = new ReplayLedger();
        ReplayNews news =
                new ReplayNews(screen, ledger, () -> surroundings.clock().millis() - began);
        Evaluation evaluation = RecordedCauses.beside(configuration.input().files());
        AtomicLong firstTrigger = new AtomicLong(ReplayTimings.NEVER);

        ProactiveCareJob job =
                new ProactiveCareJob(configuration, CheckedWorkspace.at(configuration.workspace()), List.of(), began);
        JobTotals totals = new EmbeddedFlink(input.parallelism())
                .replay(
                        job,
                        result -> {
                            if (evaluation != null) {
                                evaluation.add(result);
                            }
                            ledger.add(result);
                            files.add(result);
                            if (isRaised(result)) {
                                firstTrigger.compareAndSet(
                                        ReplayTimings.NEVER,
                                        surroundings.clock().millis() - began);
                                news.raised(((Triggered) result).trigger());
                            }
                        },
                        news::reached);
        screen.endLiveLine();
        ReplayTimings timings =
                new ReplayTimings(firstTrigger.get(), surroundings.clock().millis() - began);

        files.write();
        new ReplaySummary(screen, ledger, totals).show(top, timings);
        ObjectNode quality = evaluation == null ? null : evaluation.report();
        if (quality != null) {
            new QualitySummary(screen, quality).show();
        }
        if (report != null) {
            new ReplayReport(ledger, totals)
                    .write(
                            report,
                            configuration.workspace(),
                            configuration.input().files(),
                            input.parallelism(),
                            timings,
                            quality);
        }
        return totals.addUp() ? 0 : 1;
    }

    /** Makes the folders of all files before the work begins, so that a wrong path is known at once. */
    private ReplayFiles wantedFiles() throws IOException {
        ReplayFiles files = new ReplayFiles();
        if (triggers != null) {
            files.want(OutputKind.TRIGGERS, triggers);
        }
        if (decisions != null) {
            files.want(OutputKind.DECISIONS, decisions);
        }
        if (out != null) {
            files.wantAll(out);
        }
        if (report != null && report.toAbsolutePath().getParent() != null) {
            Files.createDirectories(report.toAbsolutePath().getParent());
        }
        return files;
    }

    private static boolean isRaised(CareResult result) {
        return result instanceof Triggered triggered && triggered.trigger().step() == TriggerStep.RAISED;
    }
}
