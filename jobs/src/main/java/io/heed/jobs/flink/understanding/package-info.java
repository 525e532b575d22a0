/** Understanding as steps of a Flink job, before the key. */
@NullMarked
package io.heed.jobs.flink.understanding;

import org.jspecify.annotations.NullMarked;
