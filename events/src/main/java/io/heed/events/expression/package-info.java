/** Conditions and values that users write in CEL, checked against the catalogue when loaded. */
@NullMarked
package io.heed.events.expression;

import org.jspecify.annotations.NullMarked;
