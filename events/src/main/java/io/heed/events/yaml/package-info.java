/** Reads users' YAML with file, line and column kept, and reports every problem at once. */
@NullMarked
package io.heed.events.yaml;

import org.jspecify.annotations.NullMarked;
