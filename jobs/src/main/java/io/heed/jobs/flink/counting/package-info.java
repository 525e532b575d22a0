/** Counts that survive a restart. */
@NullMarked
package io.heed.jobs.flink.counting;

import org.jspecify.annotations.NullMarked;
