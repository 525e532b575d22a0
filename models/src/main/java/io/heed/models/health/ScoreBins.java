package io.heed.models.health;

import java.util.Arrays;

/** A hundred bins of probability, narrow near 0 and 1: within each, a share of hits has about the same chance error. */
final class ScoreBins {
    static final int COUNT = 100;

    private static final double[] EDGES = edges();

    private ScoreBins() {}

    /** The bin of a score, from 0; bins are closed at their upper edge. */
    static int of(double score) {
        int found = Arrays.binarySearch(EDGES, score);
        return found >= 0 ? found : -found - 1;
    }

    private static double[] edges() {
        double[] edges = new double[COUNT - 1];
        for (int i = 0; i < edges.length; i++) {
            double root = StrictMath.sin(Math.PI * (i + 1) / (2 * COUNT));
            edges[i] = root * root;
        }
        return edges;
    }
}
