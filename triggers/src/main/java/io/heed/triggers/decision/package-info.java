/** Turns the signals of one instant into care triggers and a log of every decision. */
@NullMarked
package io.heed.triggers.decision;

import org.jspecify.annotations.NullMarked;
