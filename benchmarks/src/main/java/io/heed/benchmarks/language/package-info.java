/** Measures what understanding a message costs, stage by stage. */
@NullMarked
package io.heed.benchmarks.language;

import org.jspecify.annotations.NullMarked;
