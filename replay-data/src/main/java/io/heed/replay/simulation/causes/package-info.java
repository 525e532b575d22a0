/** What happens to customers: bills, trips, forgotten add-ons, faults, and the rest of daily life. */
@NullMarked
package io.heed.replay.simulation.causes;

import org.jspecify.annotations.NullMarked;
