/** Finding names with Stanford CoreNLP; left out of a build with {@code -Dcorenlp=off}. */
@NullMarked
package io.heed.language.corenlp;

import org.jspecify.annotations.NullMarked;
