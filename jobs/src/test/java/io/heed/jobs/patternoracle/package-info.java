/** Heed's patterns in the operator of a job, against plain Flink CEP. */
@NullMarked
package io.heed.jobs.patternoracle;

import org.jspecify.annotations.NullMarked;
