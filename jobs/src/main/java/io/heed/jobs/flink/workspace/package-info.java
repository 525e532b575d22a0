/** Reads workspaces through Flink's file systems. */
@NullMarked
package io.heed.jobs.flink.workspace;

import org.jspecify.annotations.NullMarked;
