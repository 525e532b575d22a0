/** Heed's pattern stage beside plain flink-cep, each as a whole job. */
@NullMarked
package io.heed.benchmarks.patterns.flink;

import org.jspecify.annotations.NullMarked;
