/** Shows text to people: lines, tables and one line that changes in place. */
@NullMarked
package io.heed.jobs.commands.terminal;

import org.jspecify.annotations.NullMarked;
