package io.heed.models.packaging;

import io.heed.models.repository.Histogram;
import java.util.ArrayList;
import java.util.List;

/** How values spread: bins with about equally many each. */
final class Spread {
    private static final int BINS = 10;

    private Spread() {}

    /**
     * A histogram of values.
     *
     * @param ascending the values, sorted
     * @param absent how many more rows have none
     */
    static Histogram of(double[] ascending, int absent) {
        List<Double> edges = edges(ascending);
        long[] counts = new long[edges.size() + 1];
        int bin = 0;
        for (double value : ascending) {
            while (bin < edges.size() && value > edges.get(bin)) {
                bin++;
            }
            counts[bin]++;
        }
        List<Long> counted = new ArrayList<>();
        for (long count : counts) {
            counted.add(count);
        }
        return new Histogram(edges, counted, absent);
    }

    /** The tenths that differ. */
    private static List<Double> edges(double[] ascending) {
        List<Double> edges = new ArrayList<>();
        for (int tenth = 1; tenth < BINS && ascending.length > 0; tenth++) {
            double edge = ascending[(int) ((long) (ascending.length - 1) * tenth / BINS)];
            if (edges.isEmpty() || edge > edges.get(edges.size() - 1)) {
                edges.add(edge);
            }
        }
        return edges;
    }
}
