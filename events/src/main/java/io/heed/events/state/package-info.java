/** What a stage remembers of a customer: named cells and tables with versioned codecs, whoever keeps them. */
@NullMarked
package io.heed.events.state;

import org.jspecify.annotations.NullMarked;
