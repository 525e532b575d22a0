package io.heed.benchmarks.models.flink;

import com.sun.management.OperatingSystemMXBean;
import io.heed.benchmarks.models.ScoringSpeed;
import io.heed.benchmarks.models.TreesWorkspace;
import io.heed.jobs.commands.benchmark.Benchmark;
import io.heed.jobs.commands.benchmark.BenchmarkRow;
import io.heed.jobs.commands.benchmark.BenchmarkSettings;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.customer.CareResult;
import io.heed.jobs.flink.ProactiveCareJob;
import io.heed.jobs.flink.embedded.EmbeddedFlink;
import io.heed.jobs.flink.embedded.JobTotals;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What scoring costs and which part of the whole job it is, and models that are exchanged hundreds of times at work. */
public final class ModelBenchmark implements Benchmark {
    private static final String NAME = "models";
    private static final String SCORING = "a score of 100 trees over 50 features";
    private static final String WHOLE = "whole job on the recording";
    private static final int ROWS = 100_000;
    private static final int EXCHANGES = 500;
    private static final int EVENTS_PER_EXCHANGE = 600;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "scores per second and their part of the whole job; 500 exchanges of models in a job at work";
    }

    @Override
    public void measure(BenchmarkSettings settings, Consumer<BenchmarkRow> rows) throws Exception {
        Path folder = Files.createTempDirectory("heed-models");
        try {
            TreesWorkspace workspace = TreesWorkspace.in(folder.resolve("workspace"), SoakInput.VERSIONS);
            ScoringSpeed speed = ScoringSpeed.measure(workspace, settings.quick() ? ROWS / 10 : ROWS);
            rows.accept(scoring(speed));
            rows.accept(partOfTheJob(settings, speed));
            int exchanges = settings.quick() ? EXCHANGES / 10 : EXCHANGES;
            settings.news().accept(exchanges + " exchanges");
            SoakInput input = SoakInput.write(workspace, folder, exchanges, EVENTS_PER_EXCHANGE);
            rows.accept(soak(ReloadSoak.run(workspace, input, settings.parallelism())));
        } finally {
            delete(folder);
        }
    }

    private static BenchmarkRow scoring(ScoringSpeed speed) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("scoresPerCoreSecond", Math.round(1e9 / speed.scoreNanos()));
        figures.put("scoreCpuMicros", rounded(speed.scoreNanos() / 1e3));
        figures.put("contributionsCpuMicros", rounded(speed.explainNanos() / 1e3));
        return new BenchmarkRow(NAME, SCORING, SCORING, figures);
    }

    /** The share that such scores, each with its contributions, would have of the job's time of all cores. */
    private static BenchmarkRow partOfTheJob(BenchmarkSettings settings, ScoringSpeed speed) throws Exception {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        JobConfiguration configuration = JobConfiguration.replaying(
                settings.workspace().toString(), List.of(settings.events().toString()));
        AtomicLong scores = new AtomicLong();
        AtomicLong explained = new AtomicLong();
        long began = process.getProcessCpuTime();
        JobTotals totals = new EmbeddedFlink(settings.parallelism())
                .replay(
                        new ProactiveCareJob(
                                configuration,
                                WorkspaceFiles.snapshot(configuration.workspace()),
                                List.of(),
                                settings.nowMillis()),
                        result -> {
                            if (result instanceof CareResult.Predicted predicted) {
                                scores.incrementAndGet();
                                explained.addAndGet(
                                        predicted.prediction().contributions().isEmpty() ? 0 : 1);
                            }
                        },
                        soFar -> {});
        double cpuNanos = process.getProcessCpuTime() - began;
        double scoring = scores.get() * speed.scoreNanos() + explained.get() * speed.explainNanos();
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("events", totals.records());
        figures.put("scores", scores.get());
        figures.put("explained", explained.get());
        figures.put("cpuSeconds", rounded(cpuNanos / 1e9));
        figures.put("scoringCpuSeconds", rounded(scoring / 1e9));
        figures.put("scoringShare", rounded(scoring / cpuNanos));
        return new BenchmarkRow(NAME, WHOLE, SCORING, figures);
    }

    private static BenchmarkRow soak(ReloadSoak.Seen seen) {
        String measured = "exchanges of models in a job at work";
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("exchanges", seen.exchanges());
        figures.put("events", seen.events());
        figures.put("eventsLost", seen.events() - seen.handled());
        figures.put("predictions", seen.predictions());
        figures.put("wrongArms", seen.wrongArms());
        figures.put("modelsLeftLoaded", seen.modelsLeft());
        figures.put("firstFifthResidentMegabytes", rounded(seen.firstResidentMegabytes()));
        figures.put("lastFifthResidentMegabytes", rounded(seen.lastResidentMegabytes()));
        figures.put("seconds", rounded(seen.seconds()));
        return new BenchmarkRow(NAME, measured, measured, figures);
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1000) / 1000.0;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
