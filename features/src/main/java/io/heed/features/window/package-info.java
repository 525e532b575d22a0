/** Keeps what happened, compactly and in order of time, and makes one number of a window of it. */
@NullMarked
package io.heed.features.window;

import org.jspecify.annotations.NullMarked;
