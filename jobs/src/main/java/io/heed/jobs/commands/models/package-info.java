/** The commands with which models are looked at, packaged, deployed and exchanged while the job runs. */
@NullMarked
package io.heed.jobs.commands.models;

import org.jspecify.annotations.NullMarked;
