package io.heed.features.window;

/**
 * What is read of the entries of a series.
 *
 * @param column whose values, {@link Column#NONE} for the times alone
 * @param statistic what is taken of a tile
 */
public record Reading(int column, Statistic statistic) {}
