/** Measures the memory of the process. */
@NullMarked
package io.heed.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
