package io.heed.jobs.patternoracle;

import java.util.SortedSet;

/**
 * A part of a run between two restarts.
 *
 * @param firstStep the first step that it handles
 * @param patterns the names of its patterns
 * @param crashAfterSteps after how many more steps the run before it died, whose results since are void
 */
record Stretch(int firstStep, SortedSet<String> patterns, int parallelism, boolean rocksDb, int crashAfterSteps) {}
