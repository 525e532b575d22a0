/** What leaves the plays: care triggers and the decision log, and how they are written. */
@NullMarked
package io.heed.triggers.contract;

import org.jspecify.annotations.NullMarked;
