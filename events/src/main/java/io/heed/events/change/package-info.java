/** Changes of definitions while a job runs, and what is in force at a time. */
@NullMarked
package io.heed.events.change;

import org.jspecify.annotations.NullMarked;
