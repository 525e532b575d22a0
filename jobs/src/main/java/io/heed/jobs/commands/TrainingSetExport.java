package io.heed.jobs.commands;

import io.heed.jobs.commands.reporting.ReplayLedger;
import io.heed.jobs.commands.reporting.ReplayNews;
import io.heed.jobs.commands.terminal.Screen;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.JobFailedException;
import io.heed.jobs.training.LabelledDecision;
import io.heed.jobs.training.LabelledDecisions;
import io.heed.jobs.training.RecordingFile;
import io.heed.jobs.training.Split;
import io.heed.jobs.training.TargetColumns;
import io.heed.jobs.training.TrainingSetWriter;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Takes a recording through the job once and writes a training set for each of some targets. */
final class TrainingSetExport {
    private final Screen screen;
    private final InstantSource clock;
    private final int parallelism;

    TrainingSetExport(Screen screen, InstantSource clock, int parallelism) {
        this.screen = screen;
        this.clock = clock;
        this.parallelism = parallelism;
    }

    /**
     * Writes the training sets.
     *
     * @param workspace the definitions, for an export of these targets
     * @param folders where each target's set goes
     * @return by target how many rows there are, and of which kind
     */
    Map<String, Map<String, Long>> write(
            JobConfiguration configuration,
            WorkspaceSnapshot workspace,
            List<String> targets,
            SplitArguments split,
            Function<String, Path> folders)
            throws IOException, JobFailedException {
        Map<String, TargetColumns> columns = new LinkedHashMap<>();
        targets.forEach(target -> columns.put(target, TargetColumns.of(workspace, target)));
        LabelledDecisions decisions = decisions(configuration, workspace, targets);
        List<RecordingFile> recording = new ArrayList<>();
        for (String file : configuration.input().files()) {
            recording.add(RecordingFile.at(Path.of(file)));
        }
        Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
        for (Map.Entry<String, TargetColumns> target : columns.entrySet()) {
            counts.put(
                    target.getKey(),
                    write(decisions, target.getValue(), recording, split, folders.apply(target.getKey())));
        }
        return counts;
    }

    private LabelledDecisions decisions(
            JobConfiguration configuration, WorkspaceSnapshot workspace, List<String> targets)
            throws JobFailedException {
        long began = clock.millis();
        LabelledDecisions decisions = new LabelledDecisions();
        ReplayLedger ledger = new ReplayLedger();
        ReplayNews news = new ReplayNews(screen, ledger, () -> clock.millis() - began);
        new EmbeddedFlink(parallelism)
                .replay(
                        new ProactiveCareJob(configuration, workspace, targets, began),
                        result -> {
                            ledger.add(result);
                            decisions.add(result);
                        },
                        news::reached);
        screen.endLiveLine();
        return decisions;
    }

    private static Map<String, Long> write(
            LabelledDecisions decisions,
            TargetColumns columns,
            List<RecordingFile> recording,
            SplitArguments split,
            Path folder)
            throws IOException {
        String target = columns.target().name();
        List<LabelledDecision> rows = decisions.rows(target);
        Split parts = split.of(
                columns.target(), rows.stream().map(LabelledDecision::row).toList());
        TrainingSetWriter writer = new TrainingSetWriter(folder, columns, recording, parts, decisions.censored(target));
        try (writer) {
            for (LabelledDecision row : rows) {
                writer.write(row);
            }
        }
        return writer.counts();
    }
}
