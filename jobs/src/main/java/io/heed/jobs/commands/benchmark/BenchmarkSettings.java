package io.heed.jobs.commands.benchmark;

import java.nio.file.Path;

/**
 * How to measure.
 *
 * @param quick whether a rough figure is enough: fewer and smaller repetitions
 * @param workspace the folder with the definitions and models
 * @param events the recording to measure with
 * @param nowMillis the wall clock when the benchmark began
 */
public record BenchmarkSettings(boolean quick, Path workspace, Path events, int parallelism, long nowMillis) {}
