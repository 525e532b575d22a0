package io.heed.jobs.commands.benchmark;

import java.util.function.Consumer;

/**
 * A measurement that {@code heed benchmark} can make. Whoever brings one names its class in
 * {@code META-INF/services/io.heed.jobs.commands.benchmark.Benchmark}.
 */
public interface Benchmark {
    /** The name by which it is called, kebab-case. */
    String name();

    /** What it measures, in one sentence. */
    String description();

    /** Measures, and gives each row as soon as it is known. */
    void measure(BenchmarkSettings settings, Consumer<BenchmarkRow> rows) throws Exception;
}
