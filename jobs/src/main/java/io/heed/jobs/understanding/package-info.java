/** What becomes of an event before anything stores it: personal data out, understanding of its text on. */
@NullMarked
package io.heed.jobs.understanding;

import org.jspecify.annotations.NullMarked;
