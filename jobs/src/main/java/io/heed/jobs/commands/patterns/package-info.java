/** What the command line does with patterns. */
@NullMarked
package io.heed.jobs.commands.patterns;

import org.jspecify.annotations.NullMarked;
