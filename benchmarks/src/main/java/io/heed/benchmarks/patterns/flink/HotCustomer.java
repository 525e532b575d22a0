package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.FinishedRun;
import io.heed.benchmarks.flink.Measurement;
import io.heed.benchmarks.flink.MeasuringFlink;
import io.heed.benchmarks.flink.Repetitions;
import io.heed.benchmarks.patterns.MeasuredPatterns;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.jobs.commands.benchmark.BenchmarkRow;
import io.heed.patterns.definition.PatternDefinitions;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What one customer with a hundred thousand events in an hour does to the others. */
final class HotCustomer {
    private static final int PATTERNS = 20;
    private static final double SHARE = 0.99;
    private static final Duration BOX = Duration.ofMinutes(6);
    private static final Duration QUICK_BOX = Duration.ofSeconds(40);
    private static final String CALM = "heed without a hot customer";
    private static final String HOT = "heed with a hot customer";

    private final TrafficPlan calm;
    private final TrafficPlan hot;
    private final Duration box;
    private final PatternDefinitions patterns = MeasuredPatterns.of(PATTERNS, TrafficTypes.catalogue());
    private final Repetitions calmRuns = new Repetitions();
    private final Repetitions hotRuns = new Repetitions();
    private double calmMicros;
    private double hotMicros;
    private long dropped;
    private boolean givenUp;

    HotCustomer(boolean quick) {
        this.calm = Backend.HEAP.plan(quick);
        this.hot = calm.withHotEvents(quick ? 10_000 : 100_000);
        this.box = quick ? QUICK_BOX : BOX;
    }

    /** Once with and once without: one hot customer takes minutes, and what it does is no matter of a few percent. */
    void measure(MeasuringFlink flink, Consumer<String> news) throws Exception {
        flink.runWithin(new TimedJob(calm, patterns), box);
        FinishedRun without = flink.runWithin(new TimedJob(calm, patterns), box);
        FinishedRun with = flink.runWithin(new TimedJob(hot, patterns), box);
        if (without == null || with == null) {
            givenUp = true;
            news.accept(HOT + " does not finish in " + box.toSeconds() + " s");
            return;
        }
        calmRuns.add(without.measurement());
        calmMicros = HandlingTimes.microsOf(SHARE, without);
        hotRuns.add(with.measurement());
        hotMicros = HandlingTimes.microsOf(SHARE, with);
        dropped = HandlingTimes.dropped(with);
        news.accept(HOT + ": " + Math.round(with.measurement().eventsPerSecond()) + " events/s");
    }

    List<BenchmarkRow> rows() {
        return List.of(
                row(CALM, calmRuns, calmMicros, Map.of("hotEvents", 0)),
                row(HOT, hotRuns, hotMicros, Map.of("hotEvents", hot.hotEvents(), "droppedOpenMatches", dropped)));
    }

    private BenchmarkRow row(String name, Repetitions runs, double micros, Map<String, Number> more) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("patterns", PATTERNS);
        figures.put("customers", calm.customers());
        if (givenUp) {
            figures.put("notFinishedInSeconds", box.toSeconds());
        } else {
            figures.putAll(runs.figures(calmRuns));
            figures.put("p99MicrosOfOthers", rounded(micros));
            figures.put("p99Ratio", rounded(micros / calmMicros));
            figures.put("cpuSecondsMore", rounded(seconds(runs) - seconds(calmRuns)));
        }
        figures.putAll(more);
        return new BenchmarkRow(PatternBenchmark.NAME, name, CALM, figures);
    }

    private static double seconds(Repetitions runs) {
        return runs.median(Measurement::cpuNanos) / 1e9;
    }

    private static double rounded(double figure) {
        return Math.round(figure * 1_000) / 1_000.0;
    }
}
