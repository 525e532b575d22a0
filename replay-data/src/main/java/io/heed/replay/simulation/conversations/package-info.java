/** How customers turn to the company, what is said, how it ends, and whether they come back. */
@NullMarked
package io.heed.replay.simulation.conversations;

import org.jspecify.annotations.NullMarked;
