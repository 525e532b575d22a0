/** How commands change definitions while a job runs, and ask the job what became of it. */
@NullMarked
package io.heed.jobs.commands.changing;

import org.jspecify.annotations.NullMarked;
