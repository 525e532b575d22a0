/** The one keyed operator: it owns state and event time, and calls the stages. */
@NullMarked
package io.heed.jobs.flink.customer;

import org.jspecify.annotations.NullMarked;
