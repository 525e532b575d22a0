/** Fixtures that the tests of the other modules share: events by name, and random streams of them. */
@NullMarked
package io.heed.testing;

import org.jspecify.annotations.NullMarked;
