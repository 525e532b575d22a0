package io.heed.benchmarks.patterns.flink;

import io.heed.benchmarks.flink.MeasuringFlink;
import io.heed.benchmarks.patterns.OpenMatchMemory;
import io.heed.jobs.commands.benchmark.Benchmark;
import io.heed.jobs.commands.benchmark.BenchmarkRow;
import io.heed.jobs.commands.benchmark.BenchmarkSettings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Heed's pattern stage, all patterns in one operator, against one plain flink-cep operator for each pattern, on the same
 * made-up traffic. It fails where they do not match the same.
 */
public final class PatternBenchmark implements Benchmark {
    static final String NAME = "patterns";

    private static final int REPETITIONS = 3;
    private static final int QUICK_REPETITIONS = 1;
    private static final int CUSTOMERS = 2_000;
    private static final int QUICK_CUSTOMERS = 500;
    private static final String MEMORY = "memory of a customer with every pattern open";

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
        rows.accept(memory(OpenMatchMemory.measure(settings.quick() ? QUICK_CUSTOMERS : CUSTOMERS)));
        int repetitions = settings.quick() ? QUICK_REPETITIONS : REPETITIONS;
        for (Backend backend : Backend.values()) {
            Comparison comparison = new Comparison(backend, settings.quick());
            try (MeasuringFlink flink = new MeasuringFlink(settings.parallelism(), backend.configuration())) {
                comparison.measure(flink, repetitions, settings.news());
            }
            comparison.rows().forEach(rows);
        }
        ChangesUnderLoad changes = new ChangesUnderLoad(settings.quick());
        try (MeasuringFlink flink = new MeasuringFlink(settings.parallelism(), Backend.HEAP.configuration())) {
            changes.measure(flink, repetitions, settings.news());
        }
        changes.rows().forEach(rows);
        HotCustomer hotCustomer = new HotCustomer(settings.quick());
        try (MeasuringFlink flink = new MeasuringFlink(settings.parallelism(), Backend.HEAP.configuration())) {
            hotCustomer.measure(flink, settings.news());
        }
        hotCustomer.rows().forEach(rows);
    }

    private static BenchmarkRow memory(OpenMatchMemory memory) {
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("patterns", OpenMatchMemory.PATTERNS);
        figures.put("customers", memory.customers());
        figures.put("serializedBytesPerCustomer", Math.round(memory.serializedBytes()));
        figures.put("heapBytesPerCustomer", Math.round(memory.heapBytes()));
        return new BenchmarkRow(NAME, MEMORY, MEMORY, figures);
    }
}
