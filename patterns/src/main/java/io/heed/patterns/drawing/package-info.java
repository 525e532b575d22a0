/** Patterns drawn as timelines: in text for a terminal, as SVG for a page. */
@NullMarked
package io.heed.patterns.drawing;

import org.jspecify.annotations.NullMarked;
