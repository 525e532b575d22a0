/** Turns records into events, and says why where it cannot. */
@NullMarked
package io.heed.events.codec;

import org.jspecify.annotations.NullMarked;
