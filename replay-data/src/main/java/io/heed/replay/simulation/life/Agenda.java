package io.heed.replay.simulation.life;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What is still to happen to a customer, by time; what is due together keeps the order in which it was noted. */
final class Agenda {
    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparing(Entry::time).thenComparingLong(Entry::place));
    private long places;

    void at(Instant time, Runnable action) {
        entries.add(new Entry(time, places++, action));
    }

    /** Does all that is due before the end, what is noted meanwhile included. */
    void runUntil(Instant end) {
        while (!entries.isEmpty() && entries.peek().time().isBefore(end)) {
            entries.remove().action().run();
        }
    }

    void clear() {
        entries.clear();
    }

    private record Entry(Instant time, long place, Runnable action) {}
}
