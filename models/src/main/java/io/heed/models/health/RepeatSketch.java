package io.heed.models.health;

/**
 * How often the same customers come again, in little space. The rows of one customer resemble each other, so m rows tell
 * as little as m * m / (c1 * c1 + c2 * c2 + ..) rows of different customers, where customer i has ci of them. The sum of
 * squares is estimated as by Alon, Matias and Szegedy: each customer adds its rows, by the sign of its hash, to one of
 * a few counters, and the squares of the counters are summed (standard error about 9 %). Sketches add up.
 */
final class RepeatSketch {
    private static final int COUNTERS = 256;

    private final long[] counters;

    RepeatSketch() {
        this(new long[COUNTERS]);
    }

    RepeatSketch(long[] counters) {
        if (counters.length != COUNTERS) {
            throw new IllegalArgumentException("counters are not " + COUNTERS + ": " + counters.length);
        }
        this.counters = counters;
    }

    void add(String customer) {
        int hash = spread(customer.hashCode());
        counters[hash & (COUNTERS - 1)] += hash < 0 ? -1 : 1;
    }

    void addAll(RepeatSketch other) {
        Counts.add(counters, other.counters);
    }

    /** How many rows of different customers so many rows are worth. */
    double effectiveRows(long rows) {
        double squares = 0;
        for (long counter : counters) {
            squares += (double) counter * counter;
        }
        return rows == 0 ? 0 : (double) rows * rows / Math.max((double) rows, squares);
    }

    long[] counters() {
        return counters;
    }

    /** The finalizer of MurmurHash3. */
    private static int spread(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
