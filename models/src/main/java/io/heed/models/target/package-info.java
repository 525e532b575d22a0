/** What models predict: the decision, the label and how long it takes to mature. */
@NullMarked
package io.heed.models.target;

import org.jspecify.annotations.NullMarked;
