package io.heed.patterns.flink;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What flink-cep takes for the count of events at each instant, kept as one running number: event ids stay unique and
 * in order, and there is nothing to clean up.
 */
final class EventNumbers extends AbstractMap<Long, Integer> {
    private int next;

    EventNumbers(int next) {
        this.next = next;
    }

    int next() {
        return next;
    }

    @Override
    public Integer get(@Nullable Object timestamp) {
        return next;
    }

    @Override
    public Integer put(Long timestamp, Integer newNext) {
        int before = next;
        next = newNext;
        return before;
    }

    /** Always empty, so that advancing time finds nothing to remove. */
    @Override
    public Set<Map.Entry<Long, Integer>> entrySet() {
        return Set.of();
    }

    /** Keeps counting: an id that an open match holds must not come again. */
    @Override
    public void clear() {}

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventNumbers that && next == that.next;
    }

    @Override
    public int hashCode() {
        return next;
    }
}
