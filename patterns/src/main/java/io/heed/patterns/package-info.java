/** Situations to look for in a customer's events, declared in YAML. */
@NullMarked
package io.heed.patterns;

import org.jspecify.annotations.NullMarked;
