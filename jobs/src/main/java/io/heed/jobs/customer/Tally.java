package io.heed.jobs.customer;

import java.util.Locale;

/** Counts what became of customers' events: each is counted under exactly one fate. */
public final class Tally {
    /** What can become of an event. */
    public enum Fate {
        /** It went through all stages. */
        HANDLED,
        /** It was seen before. */
        DUPLICATE,
        /** It came after its time had passed. */
        LATE,
        /** It is from before its customer was erased. */
        ERASED;

        /** The name in metrics. */
        public String metric() {
            return "events" + name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    private final long[] counts = new long[Fate.values().length];

    /** Counts an event. */
    public void count(Fate fate) {
        counts[fate.ordinal()]++;
    }

    /** How many events had a fate. */
    public long of(Fate fate) {
        return counts[fate.ordinal()];
    }

    /** Adds what was counted before a restart. */
    public void add(Fate fate, long before) {
        counts[fate.ordinal()] += before;
    }
}
