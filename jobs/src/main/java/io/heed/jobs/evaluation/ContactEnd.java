package io.heed.jobs.evaluation;

/**
 * The end of a contact and what the simulation knew of it.
 *
 * @param probability the true probability of another contact within 24 hours
 * @param repeated whether there was one
 */
record ContactEnd(String customer, long timeMillis, double probability, boolean repeated) {}
