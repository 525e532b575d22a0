/** Tells what a backtest found: in the terminal, as a page for people, and as JSON for programs. */
@NullMarked
package io.heed.jobs.commands.backtest;

import org.jspecify.annotations.NullMarked;
