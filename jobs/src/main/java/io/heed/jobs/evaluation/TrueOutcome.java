package io.heed.jobs.evaluation;

/**
 * What the simulation knew of a decision that models are asked for: the end of a contact, or a bill.
 *
 * @param event the decision event; empty for the end of a contact, which its time tells apart
 * @param probability the true probability of a contact within the horizon
 * @param happened whether there was one
 */
record TrueOutcome(String customer, String event, long timeMillis, double probability, boolean happened) {}
