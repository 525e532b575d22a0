package io.heed.models.repository;

import java.util.List;

/**
 * How the values of a feature or score spread in training. With edges e0 &lt; .. &lt; ek the counts are those of
 * (-inf, e0], (e0, e1], .., (ek, inf).
 *
 * @param edges ascending; may be empty
 * @param counts one more than the edges
 * @param absent rows without a value
 */
public record Histogram(List<Double> edges, List<Long> counts, long absent) {
    /** Copies the lists and checks that they fit each other. */
    public Histogram {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
        if (counts.size() != edges.size() + 1) {
            throw new IllegalArgumentException(
                    "counts has not one entry more than edges (" + edges.size() + "): " + counts.size());
        }
        for (int i = 1; i < edges.size(); i++) {
            if (!(edges.get(i - 1) < edges.get(i))) {
                throw new IllegalArgumentException("edges do not ascend: " + edges);
            }
        }
    }

    /** The bin of a value, from 0. */
    public int bin(double value) {
        int bin = 0;
        while (bin < edges.size() && value > edges.get(bin)) {
            bin++;
        }
        return bin;
    }
}
