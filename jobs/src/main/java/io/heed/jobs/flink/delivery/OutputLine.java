package io.heed.jobs.flink.delivery;

/**
 * One line of output.
 *
 * @param key what Kafka's records are keyed by: the customer, or the model, or "" where there is neither
 * @param json the line
 */
public record OutputLine(String key, String json) {}
