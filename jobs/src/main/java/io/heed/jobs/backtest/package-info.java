/** What changed patterns and plays would have given on a recording, compared with those in force. */
@NullMarked
package io.heed.jobs.backtest;

import org.jspecify.annotations.NullMarked;
