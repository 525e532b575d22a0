/** Who the customers are, what they hold, and what of them no event shows. */
@NullMarked
package io.heed.replay.simulation.customers;

import org.jspecify.annotations.NullMarked;
