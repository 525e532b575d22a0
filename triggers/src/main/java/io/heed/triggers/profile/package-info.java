/** What a customer allows: consent, channels, quiet hours, reasons to leave them alone, and the messages they had. */
@NullMarked
package io.heed.triggers.profile;

import org.jspecify.annotations.NullMarked;
