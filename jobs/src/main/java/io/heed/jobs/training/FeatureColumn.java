package io.heed.jobs.training;

/**
 * A column of a training set.
 *
 * @param definition the hash of the feature's definition
 */
public record FeatureColumn(String name, String definition, String unit) {}
