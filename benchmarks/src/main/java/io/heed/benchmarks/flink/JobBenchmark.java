package io.heed.benchmarks.flink;

import io.heed.jobs.commands.benchmark.Benchmark;
import io.heed.jobs.commands.benchmark.BenchmarkRow;
import io.heed.jobs.commands.benchmark.BenchmarkSettings;
import io.heed.jobs.configuration.JobConfiguration;
import io.heed.jobs.flink.workspace.WorkspaceFiles;
import io.heed.jobs.workspace.WorkspaceSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Events per second of the whole job, and its ratio to a job that only parses, keys and counts. Both run in turn in one
 * Flink, so that whatever else the machine does falls on both.
 */
public final class JobBenchmark implements Benchmark {
    private static final String NAME = "job";
    private static final String WHOLE = "whole job";
    private static final String BASELINE = "parse, key and count";
    private static final int REPETITIONS = 5;
    private static final int QUICK_REPETITIONS = 2;
    private static final long QUICK_EVENTS = 50_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "events per second of the whole job, and its ratio to a job that only parses, keys and counts";
    }

    @Override
    public void measure(BenchmarkSettings settings, Consumer<BenchmarkRow> rows) throws Exception {
        Path beginning = Files.createTempFile("heed-benchmark", ".jsonl");
        try (MeasuringFlink flink = new MeasuringFlink(settings.parallelism())) {
            Path events = settings.events();
            if (settings.quick()) {
                RecordingBeginning.copy(events, beginning, QUICK_EVENTS);
                events = beginning;
            }
            measure(flink, settings, events, rows);
        } finally {
            Files.deleteIfExists(beginning);
        }
    }

    private static void measure(
            MeasuringFlink flink, BenchmarkSettings settings, Path events, Consumer<BenchmarkRow> rows)
            throws Exception {
        MeasuredJob whole = whole(settings, events);
        MeasuredJob counting = counting(settings, events);
        flink.run(counting); // models are loaded and code is compiled in runs that do not count
        flink.run(whole);
        Repetitions baseline = new Repetitions();
        Repetitions measured = new Repetitions();
        int repetitions = settings.quick() ? QUICK_REPETITIONS : REPETITIONS;
        for (int i = 0; i < repetitions; i++) {
            baseline.add(flink.run(counting));
            measured.add(flink.run(whole));
        }
        rows.accept(new BenchmarkRow(NAME, BASELINE, BASELINE, baseline.figures(baseline)));
        rows.accept(new BenchmarkRow(NAME, WHOLE, BASELINE, measured.figures(baseline)));
    }

    private static MeasuredJob whole(BenchmarkSettings settings, Path events) {
        JobConfiguration configuration = configuration(settings, events);
        return new WholeJob(configuration, workspace(configuration), settings.nowMillis());
    }

    private static MeasuredJob counting(BenchmarkSettings settings, Path events) {
        JobConfiguration configuration = configuration(settings, events);
        return new CountingJob(configuration, workspace(configuration), settings.nowMillis());
    }

    private static JobConfiguration configuration(BenchmarkSettings settings, Path events) {
        return JobConfiguration.replaying(settings.workspace().toString(), List.of(events.toString()));
    }

    private static WorkspaceSnapshot workspace(JobConfiguration configuration) {
        return WorkspaceFiles.snapshot(configuration.workspace());
    }
}
