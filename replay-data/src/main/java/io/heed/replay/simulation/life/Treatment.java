package io.heed.replay.simulation.life;

import java.time.Instant;

/**
 * Care that reached a customer. When it names the cause of a problem that the customer has, the customer is less likely
 * to turn to the company about it from then on.
 *
 * @param customer the customer's id, as in the events
 * @param time when it reached the customer
 * @param play the play that led to it
 * @param cause the cause that it answers, as the truth names causes
 */
public record Treatment(String customer, Instant time, String play, String cause) {}
