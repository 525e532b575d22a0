package io.heed.models.prediction;

import io.heed.models.scoring.LoadingAside;

/**
 * A lineup at work.
 *
 * @param decision the type of event at which its model scores
 */
record Serving(String decision, LoadingAside<Lineup> lineup) {}
