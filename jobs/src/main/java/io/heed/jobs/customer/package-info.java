/** The order of the stages for one customer: timeline, features, patterns, score, plays. */
@NullMarked
package io.heed.jobs.customer;

import org.jspecify.annotations.NullMarked;
