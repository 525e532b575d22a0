package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.Measurement;
import io.heed.benchmarks.flink.MeasuringFlink;
import io.heed.benchmarks.flink.Repetitions;
import io.heed.benchmarks.patterns.MatchSum;
import io.heed.benchmarks.patterns.MeasuredPatterns;
import io.heed.benchmarks.traffic.TrafficPlan;
import io.heed.benchmarks.traffic.TrafficTypes;
import io.heed.benchmarks.traffic.flink.CountJob;
import io.heed.jobs.commands.benchmark.BenchmarkRow;
import io.heed.patterns.definition.PatternDefinitions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All contenders on one state backend, in turn, so that whatever else the machine does falls on all of them. */
final class Comparison {
    private static final int[] PATTERNS = {1, 20, 100};
    private static final int MOST_FOR_PLAIN = 20; // a hundred such operators take minutes for nothing new
    private static final String HEED = "heed";
    private static final String PLAIN = "plain CEP";
    private static final String FILTERED = "filtered plain CEP";

    private final Backend backend;
    private final TrafficPlan plan;
    private final Duration box;
    private final Duration warmUp;
    private final Contender count = new Contender("count", 0, CountJob::new);
    private final List<Contender> contenders = new ArrayList<>();

    Comparison(Backend backend, boolean quick) {
        this.backend = backend;
        this.plan = backend.plan(quick);
        this.box = Backend.box(quick);
        this.warmUp = Backend.warmUp(quick);
        contenders.add(count);
        for (int size : PATTERNS) {
            PatternDefinitions patterns = MeasuredPatterns.of(size, TrafficTypes.catalogue());
            contenders.add(new Contender(HEED, size, traffic -> new HeedJob(traffic, patterns)));
            contenders.add(new Contender(FILTERED, size, traffic -> new PlainCepJob(traffic, patterns, true)));
            if (size <= MOST_FOR_PLAIN) {
                contenders.add(new Contender(PLAIN, size, traffic -> new PlainCepJob(traffic, patterns, false)));
            }
        }
    }

    void measure(MeasuringFlink flink, int repetitions, Consumer<String> news) throws Exception {
        for (Contender contender : contenders) {
            news.accept(backend.shown() + ": " + contender + " warms up");
            contender.warmUp(flink, plan, box, warmUp);
        }
        List<Contender> order = new ArrayList<>(contenders);
        for (int i = 1; i <= repetitions; i++) {
            for (Contender contender : order) {
                String outcome = contender.run(flink, plan, box);
                news.accept(backend.shown() + ", " + i + " of " + repetitions + ": " + outcome);
            }
            checkMatches();
            Collections.reverse(order); // nobody always runs after the same one
        }
    }

    /** All who run the same patterns must match the same. */
    private void checkMatches() {
        for (Contender contender : contenders) {
            MatchSum expected = find(HEED, contender.patterns()).matches();
            MatchSum found = contender.matches();
            if (expected != null && found != null && !expected.equals(found)) {
                throw new IllegalStateException("matches differ on " + backend.shown() + ": " + contender + " has "
                        + found + ", heed has " + expected);
            }
        }
    }

    List<BenchmarkRow> rows() {
        return contenders.stream().map(this::row).toList();
    }

    private BenchmarkRow row(Contender contender) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("patterns", contender.patterns());
        figures.put("customers", plan.customers());
        if (contender.hasGivenUp()) {
            figures.put("events", plan.events());
            figures.put("notFinishedInSeconds", box.toSeconds());
        } else {
            figures.putAll(contender.runs().figures(count.runs()));
            ratios(figures, "Filtered", contender, FILTERED);
            ratios(figures, "Plain", contender, PLAIN);
            each(figures, contender.runs());
            MatchSum matches = contender.matches();
            figures.put("matches", matches == null ? 0 : matches.count());
        }
        return new BenchmarkRow(PatternBenchmark.NAME, named(contender), named(count), figures);
    }

    private void ratios(Map<String, Number> figures, String to, Contender contender, String other) {
        Contender found = find(other, contender.patterns());
        if (contender.patterns() > 0 && found != contender && !found.hasGivenUp() && found.patterns() > 0) {
            Repetitions runs = contender.runs();
            figures.put("wallRatioTo" + to, runs.ratio(found.runs(), Measurement::wallMicrosPerEvent));
            figures.put("cpuRatioTo" + to, runs.ratio(found.runs(), Measurement::cpuMicrosPerEvent));
        }
    }

    private static void each(Map<String, Number> figures, Repetitions repetitions) {
        List<Measurement> runs = repetitions.runs();
        for (int i = 0; i < runs.size(); i++) {
            figures.put("eventsPerSecond" + (i + 1), Math.round(runs.get(i).eventsPerSecond()));
            figures.put("cpuMicrosPerEvent" + (i + 1), Math.round(runs.get(i).cpuMicrosPerEvent() * 1_000) / 1_000.0);
        }
    }

    /** That contender, or the one that only counts where there is none. */
    private Contender find(String name, int patterns) {
        return contenders.stream()
                .filter(contender -> contender.name().equals(name) && contender.patterns() == patterns)
                .findFirst()
                .orElse(count);
    }

    private String named(Contender contender) {
        return contender + ", " + backend.shown();
    }
}
