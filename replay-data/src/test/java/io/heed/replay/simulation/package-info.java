@NullMarked
package io.heed.replay.simulation;

import org.jspecify.annotations.NullMarked;
