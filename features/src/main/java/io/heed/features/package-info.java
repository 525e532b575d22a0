/** What is known of a customer at an instant: rolling features, declared in YAML. */
@NullMarked
package io.heed.features;

import org.jspecify.annotations.NullMarked;
