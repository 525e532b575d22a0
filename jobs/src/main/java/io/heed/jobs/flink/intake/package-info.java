/** Reads records from files and Kafka, turns them into events, and keeps time by them. */
@NullMarked
package io.heed.jobs.flink.intake;

import org.jspecify.annotations.NullMarked;
