package io.heed.models.repository;

import java.util.Map;

/**
 * What a model was trained on, for people; nothing is decided by it.
 *
 * @param facts each fact by name, in the order of the contract
 * @param metrics each figure of the test part by name, in the order of the contract
 */
public record TrainingFacts(Map<String, String> facts, Map<String, String> metrics) {}
