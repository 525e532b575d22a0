/** The {@code heed} command line. */
@NullMarked
package io.heed.jobs.commands;

import org.jspecify.annotations.NullMarked;
