package io.heed.models.repository;

/** What the graph's numbers are; log-odds are squashed to probabilities. */
public enum ScoreKind {
    PROBABILITY,
    LOGIT
}
