/** The job that is submitted to Flink. */
@NullMarked
package io.heed.jobs.flink;

import org.jspecify.annotations.NullMarked;
