/** Plays: what to do about a signal, declared in YAML and checked when loaded. */
@NullMarked
package io.heed.triggers.play;

import org.jspecify.annotations.NullMarked;
