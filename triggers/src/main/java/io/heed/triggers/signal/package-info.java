/** What may start a play: a pattern that came true or a model's score. */
@NullMarked
package io.heed.triggers.signal;

import org.jspecify.annotations.NullMarked;
