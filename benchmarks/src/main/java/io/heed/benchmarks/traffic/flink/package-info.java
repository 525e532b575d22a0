/** Made-up traffic in Flink, and the least that a job can do with it. */
@NullMarked
package io.heed.benchmarks.traffic.flink;

import org.jspecify.annotations.NullMarked;
