/** Writes training sets: what the job knew at each decision, and what came of it. */
@NullMarked
package io.heed.jobs.training;

import org.jspecify.annotations.NullMarked;
