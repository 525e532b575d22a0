/** Writes results to files, Kafka and the terminal. */
@NullMarked
package io.heed.jobs.flink.delivery;

import org.jspecify.annotations.NullMarked;
