/** What is the same for every customer: products, areas with their outages, broken forms, and how busy support is. */
@NullMarked
package io.heed.replay.simulation.company;

import org.jspecify.annotations.NullMarked;
