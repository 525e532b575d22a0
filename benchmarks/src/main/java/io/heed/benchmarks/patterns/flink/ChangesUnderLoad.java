package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.MeasuringFlink;
import io.heed.benchmarks.flink.Repetitions;
import io.heed.benchmarks.patterns.MeasuredPatterns;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.events.change.OnChange;
import io.heed.jobs.commands.benchmark.BenchmarkRow;
import io.heed.patterns.definition.PatternDefinitions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What it costs a job at full load that each of its twenty patterns changes once on the way. */
final class ChangesUnderLoad {
    private static final int PATTERNS = 20;
    private static final int KEPT = 20;

    private final TrafficPlan plan;
    private final List<Side> sides;

    /** One way to run, and its runs. */
    private record Side(
            String name,
            Repetitions runs,
            PatternDefinitions patterns,
            @Nullable OnChange onChange) {}

    ChangesUnderLoad(boolean quick) {
        this.plan = Backend.HEAP.plan(quick);
        PatternDefinitions patterns = MeasuredPatterns.of(PATTERNS, TrafficTypes.catalogue());
        PatternDefinitions keeping = PatternDefinitions.of(patterns.all().stream()
                .map(pattern -> pattern.withKeepEvents(KEPT))
                .toList());
        this.sides = List.of(
                new Side("heed without changes", new Repetitions(), patterns, null),
                new Side("heed with 20 changes, drop", new Repetitions(), patterns, OnChange.DROP),
                new Side("heed with 20 changes, finish", new Repetitions(), patterns, OnChange.FINISH),
                new Side("heed that keeps 20 events a pattern, without changes", new Repetitions(), keeping, null),
                new Side("heed with 20 changes, replay", new Repetitions(), keeping, OnChange.REPLAY));
    }

    void measure(MeasuringFlink flink, int repetitions, Consumer<String> news) throws Exception {
        for (int i = 0; i <= repetitions; i++) {
            for (Side side : sides) {
                var run = flink.run(new ChangingJob(plan, side.patterns(), side.onChange()));
                if (i > 0) {
                    side.runs().add(run);
                    news.accept(side.name() + ": " + Math.round(run.eventsPerSecond()) + " events/s");
                }
            }
        }
    }

    /** Drop and finish beside no changes; replay beside no changes where events are kept too. */
    List<BenchmarkRow> rows() {
        return sides.stream()
                .map(side -> row(side, sides.get(sides.indexOf(side) < 3 ? 0 : 3)))
                .toList();
    }

    private BenchmarkRow row(Side side, Side baseline) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("patterns", PATTERNS);
        figures.put("customers", plan.customers());
        figures.putAll(side.runs().figures(baseline.runs()));
        return new BenchmarkRow(PatternBenchmark.NAME, side.name(), baseline.name(), figures);
    }
}
