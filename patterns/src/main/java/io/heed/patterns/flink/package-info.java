/** Runs patterns on flink-cep's NFA and keeps its open matches as one value for each customer and pattern. */
@NullMarked
package io.heed.patterns.flink;

import org.jspecify.annotations.NullMarked;
