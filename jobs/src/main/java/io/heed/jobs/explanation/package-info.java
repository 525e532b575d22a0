/** Explains the features of one customer at one instant while the job's own stages work. */
@NullMarked
package io.heed.jobs.explanation;

import org.jspecify.annotations.NullMarked;
