/** All that a workspace declares, read once and checked as a whole. */
@NullMarked
package io.heed.jobs.workspace;

import org.jspecify.annotations.NullMarked;
