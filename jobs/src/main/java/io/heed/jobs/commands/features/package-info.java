/** What the command line does with features. */
@NullMarked
package io.heed.jobs.commands.features;

import org.jspecify.annotations.NullMarked;
