package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.MeasuringFlink;
import io.heed.jobs.commands.benchmark.Benchmark;
import io.heed.jobs.commands.benchmark.BenchmarkRow;
import io.heed.jobs.commands.benchmark.BenchmarkSettings;
import java.util.function.Consumer;

/**
 * Heed's pattern stage, all patterns in one operator, against one plain flink-cep operator for each pattern, on the same
 * made-up traffic. It fails where they do not match the same.
 */
public final class PatternBenchmark implements Benchmark {
    static final String NAME = "patterns";

    private static final int REPETITIONS = 3;
    private static final int QUICK_REPETITIONS = 1;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "1, 20 and 100 patterns in Heed's one operator, beside plain CEP operators that find the same";
    }

    @Override
    public void measure(BenchmarkSettings settings, Consumer<BenchmarkRow> rows) throws Exception {
        for (Backend backend : Backend.values()) {
            Comparison comparison = new Comparison(backend, settings.quick());
            try (MeasuringFlink flink = new MeasuringFlink(settings.parallelism(), backend.configuration())) {
                comparison.measure(flink, settings.quick() ? QUICK_REPETITIONS : REPETITIONS, settings.news());
            }
            comparison.rows().forEach(rows);
        }
    }
}
