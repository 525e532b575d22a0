/** What a simulation leaves behind: events in order of arrival, and the truth beside them. */
@NullMarked
package io.heed.replay.simulation.recording;

import org.jspecify.annotations.NullMarked;
