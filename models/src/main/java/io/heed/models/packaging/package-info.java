/** Makes a model directory of a graph that was trained anywhere, and of the rows that it was trained on. */
@NullMarked
package io.heed.models.packaging;

import org.jspecify.annotations.NullMarked;
