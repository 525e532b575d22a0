/** Whether a model that serves is still right: how far its inputs have drifted, and how good its scores turn out. */
@NullMarked
package io.heed.models.health;

import org.jspecify.annotations.NullMarked;
