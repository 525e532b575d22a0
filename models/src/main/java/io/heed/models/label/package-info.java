/** Joins decisions with what came of them, as the training of a model needs it. */
@NullMarked
package io.heed.models.label;

import org.jspecify.annotations.NullMarked;
