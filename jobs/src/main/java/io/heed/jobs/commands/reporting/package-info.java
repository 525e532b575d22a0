/** Tells what a replay gave: as a summary for people, as a report for programs, and as files of sorted lines. */
@NullMarked
package io.heed.jobs.commands.reporting;

import org.jspecify.annotations.NullMarked;
