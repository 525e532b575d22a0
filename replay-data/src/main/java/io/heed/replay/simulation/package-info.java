/** A seeded simulator of a telco's customers with hidden causes, and the truth that it records beside the stream. */
@NullMarked
package io.heed.replay.simulation;

import org.jspecify.annotations.NullMarked;
