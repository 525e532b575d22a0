package io.heed.models.prediction;

/**
 * An event at which a customer is scored.
 *
 * @param customer whom it is about, as the Flink key has it
 * @param eventType the event's type
 * @param eventId the event's id
 * @param timeMillis the event's time
 */
public record Decision(String customer, String eventType, String eventId, long timeMillis) {}
