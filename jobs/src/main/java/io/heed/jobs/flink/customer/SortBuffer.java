package io.heed.jobs.flink.customer;

import io.heed.events.CareEvent;
import io.heed.events.timeline.TimelineOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Events that wait for their time, on the heap; written to state only at a checkpoint. They lie in buckets of a second, so
 * that what is due is found without a look at all that waits.
 */
final class SortBuffer {
    private static final int BUCKET_BITS = 10; // 1,024 ms

    private final NavigableMap<Long, List<Waiting>> buckets = new TreeMap<>();
    private long arrivals;

    /** An event, its customer, and its place in the order of arrival. */
    private record Waiting(String customer, CareEvent event, long arrival) {}

    void add(String customer, CareEvent event) {
        buckets.computeIfAbsent(event.dueMillis() >> BUCKET_BITS, key -> new ArrayList<>())
                .add(new Waiting(customer, event, arrivals++));
    }

    /** How many events wait. */
    int size() {
        return buckets.values().stream().mapToInt(List::size).sum();
    }

    /** All that waits, in order of arrival, by customer. */
    Map<String, List<CareEvent>> all() {
        List<Waiting> all = new ArrayList<>();
        buckets.values().forEach(all::addAll);
        all.sort(Comparator.comparingLong(Waiting::arrival));
        return byCustomer(all);
    }

    /** Takes out all that is due at or before a time: events in their order, by customer. */
    Map<String, List<CareEvent>> takeDue(long timeMillis) {
        List<Waiting> due = new ArrayList<>();
        long last = timeMillis >> BUCKET_BITS;
        while (!buckets.isEmpty() && buckets.firstKey() < last) {
            due.addAll(buckets.pollFirstEntry().getValue());
        }
        List<Waiting> current = buckets.get(last);
        if (current != null) {
            current.removeIf(waiting -> waiting.event().dueMillis() <= timeMillis && due.add(waiting));
            if (current.isEmpty()) {
                buckets.remove(last);
            }
        }
        due.sort(Comparator.comparingLong(Waiting::arrival));
        Map<String, List<CareEvent>> ready = byCustomer(due);
        ready.values().forEach(events -> events.sort(TimelineOrder.byDueTime()));
        return ready;
    }

    private static Map<String, List<CareEvent>> byCustomer(List<Waiting> waiting) {
        Map<String, List<CareEvent>> byCustomer = new HashMap<>();
        waiting.forEach(each -> byCustomer
                .computeIfAbsent(each.customer(), key -> new ArrayList<>(4))
                .add(each.event()));
        return byCustomer;
    }
}
