/** Encoding a text as a vector of its meaning. */
@NullMarked
package io.heed.language.encoding;

import org.jspecify.annotations.NullMarked;
