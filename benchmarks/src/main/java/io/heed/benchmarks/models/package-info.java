/** Measures what scoring costs, and whether models can be exchanged again and again. */
@NullMarked
package io.heed.benchmarks.models;

import org.jspecify.annotations.NullMarked;
