/** Makes up the events of many customers. */
@NullMarked
package io.heed.benchmarks.traffic;

import org.jspecify.annotations.NullMarked;
