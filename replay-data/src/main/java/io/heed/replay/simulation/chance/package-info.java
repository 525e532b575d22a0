/** Seeded chance: the same seed gives the same draws on every machine. */
@NullMarked
package io.heed.replay.simulation.chance;

import org.jspecify.annotations.NullMarked;
