/** The named scenarios of {@code replay-data/scenarios}, each with the triggers and decisions that care should see. */
@NullMarked
package io.heed.jobs.scenarios;

import org.jspecify.annotations.NullMarked;
