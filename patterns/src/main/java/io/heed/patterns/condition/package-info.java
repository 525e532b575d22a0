/** Whether an event fits a stage of a pattern. */
@NullMarked
package io.heed.patterns.condition;

import org.jspecify.annotations.NullMarked;
