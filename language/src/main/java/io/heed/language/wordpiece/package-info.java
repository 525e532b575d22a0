/** Cutting text into the pieces a BERT encoder knows. */
@NullMarked
package io.heed.language.wordpiece;

import org.jspecify.annotations.NullMarked;
