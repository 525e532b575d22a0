/** Reads the change log, reviews what stands there, and gives what is accepted to all customers. */
@NullMarked
package io.heed.jobs.flink.change;

import org.jspecify.annotations.NullMarked;
