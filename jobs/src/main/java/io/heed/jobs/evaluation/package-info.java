/** Compares what the job did with the causes that a simulated recording knows. */
@NullMarked
package io.heed.jobs.evaluation;

import org.jspecify.annotations.NullMarked;
