/** The patterns that are measured, and Heed's pattern stage on a timeline of its own. */
@NullMarked
package io.heed.benchmarks.patterns;

import org.jspecify.annotations.NullMarked;
