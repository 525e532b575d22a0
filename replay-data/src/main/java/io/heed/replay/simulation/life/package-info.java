/** One customer's course of time: an agenda, the events that it leaves, and the problems that lie beneath them. */
@NullMarked
package io.heed.replay.simulation.life;

import org.jspecify.annotations.NullMarked;
