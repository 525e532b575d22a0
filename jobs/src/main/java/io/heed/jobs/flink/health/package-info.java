/** Watches the models that serve: counts what they are asked and what they say, and judges each window of time. */
@NullMarked
package io.heed.jobs.flink.health;

import org.jspecify.annotations.NullMarked;
