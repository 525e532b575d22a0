/** Exchanges models in a running job. */
@NullMarked
package io.heed.benchmarks.models.flink;

import org.jspecify.annotations.NullMarked;
