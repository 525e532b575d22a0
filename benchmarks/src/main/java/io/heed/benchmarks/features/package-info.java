/** Measures the feature stage: how much it keeps of a customer. */
@NullMarked
package io.heed.benchmarks.features;

import org.jspecify.annotations.NullMarked;
