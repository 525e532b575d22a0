/** Reads foreign JSON lines and CSV as events, by a mapping that a workspace declares. */
@NullMarked
package io.heed.events.mapping;

import org.jspecify.annotations.NullMarked;
