/** What several commands take from the command line. */
@NullMarked
package io.heed.jobs.commands.arguments;

import org.jspecify.annotations.NullMarked;
