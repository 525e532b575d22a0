/** Recognising why a customer is in contact. */
@NullMarked
package io.heed.language.reason;

import org.jspecify.annotations.NullMarked;
