/** Runs the Python package that trains models, and makes the environment that it needs. */
@NullMarked
package io.heed.jobs.commands.training;

import org.jspecify.annotations.NullMarked;
