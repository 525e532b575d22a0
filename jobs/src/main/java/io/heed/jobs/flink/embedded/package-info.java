/** Runs jobs in a Flink inside this JVM. */
@NullMarked
package io.heed.jobs.flink.embedded;

import org.jspecify.annotations.NullMarked;
