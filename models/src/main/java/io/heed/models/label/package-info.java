/** Joins decisions with what came of them, as the training of a model and the trust in one need it. */
@NullMarked
package io.heed.models.label;

import org.jspecify.annotations.NullMarked;
