/** Trying and measuring how messages are understood. */
@NullMarked
package io.heed.jobs.commands.language;

import org.jspecify.annotations.NullMarked;
