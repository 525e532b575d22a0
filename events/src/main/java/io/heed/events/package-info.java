/** What happens to customers: events as typed rows, and the types that lay them out. */
@NullMarked
package io.heed.events;

import org.jspecify.annotations.NullMarked;
