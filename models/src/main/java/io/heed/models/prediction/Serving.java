package io.heed.models.prediction;

/**
 * A lineup at work.
 *
 * @param decision the type of event at which its model scores
 */
record Serving(String decision, LoadingLineup lineup) {}
