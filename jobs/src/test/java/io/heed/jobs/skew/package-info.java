/** Whether training rows hold what models were served, over long random streams and without Flink. */
@NullMarked
package io.heed.jobs.skew;

import org.jspecify.annotations.NullMarked;
