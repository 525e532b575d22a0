/** Reviews changes of definitions, and says what is in force at a time. */
@NullMarked
package io.heed.jobs.change;

import org.jspecify.annotations.NullMarked;
