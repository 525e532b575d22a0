package io.heed.models.label;

/**
 * A decision and what came of it.
 *
 * @param timeMillis when it was made
 * @param known what was known or said then
 * @param label whether a label event followed within the horizon
 * @param treatments how many messages that care triggers led to went out within the horizon
 */
public record LabelledDecision<K>(long timeMillis, K known, boolean label, int treatments) {}
