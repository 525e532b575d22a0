/** Telling which language a message is written in. */
@NullMarked
package io.heed.language.detection;

import org.jspecify.annotations.NullMarked;
