/** Measures whole jobs in a Flink inside this JVM. */
@NullMarked
package io.heed.benchmarks.flink;

import org.jspecify.annotations.NullMarked;
