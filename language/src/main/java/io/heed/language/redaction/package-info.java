/** Taking personal data out of text before anything keeps the text. */
@NullMarked
package io.heed.language.redaction;

import org.jspecify.annotations.NullMarked;
