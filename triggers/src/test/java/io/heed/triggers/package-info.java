/** What the tests of the plays have in common. */
@NullMarked
package io.heed.triggers;

import org.jspecify.annotations.NullMarked;
