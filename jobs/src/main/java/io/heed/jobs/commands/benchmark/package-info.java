/** What a benchmark is, so that other modules can bring their own to the command line. */
@NullMarked
package io.heed.jobs.commands.benchmark;

import org.jspecify.annotations.NullMarked;
