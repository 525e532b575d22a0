/** The order in which a customer's events and deadlines are handled. */
@NullMarked
package io.heed.events.timeline;

import org.jspecify.annotations.NullMarked;
