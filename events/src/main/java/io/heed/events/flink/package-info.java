/** Flink's view of codecs: serializers whose snapshots carry version and shape. */
@NullMarked
package io.heed.events.flink;

import org.jspecify.annotations.NullMarked;
