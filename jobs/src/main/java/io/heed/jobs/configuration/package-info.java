/** What a job is told in its one configuration file. */
@NullMarked
package io.heed.jobs.configuration;

import org.jspecify.annotations.NullMarked;
