package io.heed.jobs.commands.benchmark;

import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How to measure.
 *
 * @param quick whether a rough figure is enough: fewer and smaller repetitions
 * @param workspace the folder with the definitions and models
 * @param events the recording to measure with
 * @param nowMillis the wall clock when the benchmark began
 * @param news takes a line about the work now and then, for those who wait
 */
public record BenchmarkSettings(
        boolean quick, Path workspace, Path events, int parallelism, long nowMillis, Consumer<String> news) {}
