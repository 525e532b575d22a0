/** What a pattern says, as read and checked from a workspace's YAML. */
@NullMarked
package io.heed.patterns.definition;

import org.jspecify.annotations.NullMarked;
