/** Which of several plays wins, and what holds a play back. */
@NullMarked
package io.heed.triggers.arbitration;

import org.jspecify.annotations.NullMarked;
