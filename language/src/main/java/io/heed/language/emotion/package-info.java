/** Reading how a customer feels out of one message. */
@NullMarked
package io.heed.language.emotion;

import org.jspecify.annotations.NullMarked;
