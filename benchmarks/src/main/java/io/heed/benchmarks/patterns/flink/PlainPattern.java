package io.heed.benchmarks.patterns.flink;

import io.heed.events.CareEvent;
import java.util.Set;
import org.apache.flink.cep.pattern.Pattern;

/**
 * A pattern as a user of flink-cep writes it.
 *
 * @param types the event types that its conditions read
 */
record PlainPattern(String name, Set<String> types, Pattern<CareEvent, ?> pattern) {
    PlainPattern {
        types = Set.copyOf(types);
    }
}
