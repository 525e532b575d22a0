/** Measures how fast the feature stage is in Flink, beside a job that only counts. */
@NullMarked
package io.heed.benchmarks.features.flink;

import org.jspecify.annotations.NullMarked;
