package io.heed.jobs.flink.customer;

import io.heed.events.CareEvent;
import io.heed.events.timeline.TimelineOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Events that wait for their time, by customer, on the heap; written to state only at a checkpoint. */
final class SortBuffer {
    private final Map<String, List<CareEvent>> waiting = new HashMap<>();
    private long earliestMillis = Long.MAX_VALUE;

    void add(String customer, CareEvent event) {
        waiting.computeIfAbsent(customer, key -> new ArrayList<>(4)).add(event);
        earliestMillis = Math.min(earliestMillis, event.dueMillis());
    }

    /** Whether anything is due at or before a time. */
    boolean isDue(long timeMillis) {
        return earliestMillis <= timeMillis;
    }

    /** Everybody for whom events wait. */
    Set<String> customers() {
        return waiting.keySet();
    }

    /** What waits for a customer, in order of arrival. */
    List<CareEvent> of(String customer) {
        return waiting.getOrDefault(customer, List.of());
    }

    /** Takes out all that is due at or before a time: events in their order, by customer. */
    Map<String, List<CareEvent>> takeDue(long timeMillis) {
        Map<String, List<CareEvent>> due = new HashMap<>();
        earliestMillis = Long.MAX_VALUE;
        waiting.entrySet().removeIf(entry -> {
            List<CareEvent> ready = new ArrayList<>();
            entry.getValue().removeIf(event -> event.dueMillis() <= timeMillis && ready.add(event));
            if (!ready.isEmpty()) {
                ready.sort(TimelineOrder.byDueTime());
                due.put(entry.getKey(), ready);
            }
            entry.getValue().forEach(event -> earliestMillis = Math.min(earliestMillis, event.dueMillis()));
            return entry.getValue().isEmpty();
        });
        return due;
    }
}
