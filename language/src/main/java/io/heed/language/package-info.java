/** What customers say: redacted, its language known, its reason and emotional state read. */
@NullMarked
package io.heed.language;

import org.jspecify.annotations.NullMarked;
