/** Broken input of every kind: records that cannot be read, and definitions that are wrong. */
@NullMarked
package io.heed.jobs.brokeninput;

import org.jspecify.annotations.NullMarked;
