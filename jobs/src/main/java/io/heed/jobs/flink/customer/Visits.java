package io.heed.jobs.flink.customer;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Customers who must be looked at once a change's time has come, the silent ones too. They are visited in slices, so
 * that others need not wait; who has events meanwhile is served at once and is visited for nothing.
 */
final class Visits {
    private final NavigableMap<Long, String> open = new TreeMap<>();
    private final Deque<String> waiting = new ArrayDeque<>();

    /** Announces that everybody who has a state must be visited from a time on. */
    void announce(long effectiveMillis, String state) {
        open.put(effectiveMillis, state);
    }

    /** Makes the list of those whose time has come, unless there is one already. */
    void begin(long passedMillis, Function<String, List<String>> customersWith) {
        if (waiting.isEmpty() && !open.isEmpty() && open.firstKey() <= passedMillis) {
            waiting.addAll(customersWith.apply(open.firstEntry().getValue()));
            if (waiting.isEmpty()) {
                open.pollFirstEntry();
            }
        }
    }

    /** Whether anybody waits. */
    boolean areWaiting() {
        return !waiting.isEmpty();
    }

    /** The next customer to visit. */
    String next() {
        String customer = waiting.remove();
        if (waiting.isEmpty()) {
            open.pollFirstEntry();
        }
        return customer;
    }

    /** What is announced or under way: the state by the time. After a restart it begins anew, which changes nothing. */
    Map<Long, String> open() {
        return new TreeMap<>(open);
    }
}
