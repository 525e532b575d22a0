/** What the training in Python needs from the serving code. */
@NullMarked
package io.heed.language.training;

import org.jspecify.annotations.NullMarked;
