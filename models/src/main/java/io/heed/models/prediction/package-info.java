/** Turns a decision about a customer into the predictions of the models that are due to this customer. */
@NullMarked
package io.heed.models.prediction;

import org.jspecify.annotations.NullMarked;
