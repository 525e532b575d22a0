package io.heed.models.scoring;

/** Shares the distance of a score from the baseline's score among the features. */
final class Contributions {
    private Contributions() {}

    /**
     * Features are switched from the baseline's value to the row's one by one, in the contract's order and in reverse,
     * and the two changes of the score are averaged. The rows in between go through the graph in one call; where it gives
     * no number for one of them, the feature that led there moves nothing and the next one moves the score on.
     */
    static double[] of(OnnxModel model, double[] row, double score, double[] baseline, double baselineScore) {
        int count = row.length;
        double[] between = model.scores(switchedRows(row, baseline));
        double[] contributions = new double[count];
        double forward = baselineScore;
        double backward = baselineScore;
        for (int step = 0; step < count; step++) {
            boolean last = step == count - 1;
            double nextForward = last ? score : orElse(between[step], forward);
            double nextBackward = last ? score : orElse(between[count - 1 + step], backward);
            contributions[step] += (nextForward - forward) / 2;
            contributions[count - 1 - step] += (nextBackward - backward) / 2;
            forward = nextForward;
            backward = nextBackward;
        }
        return contributions;
    }

    private static double orElse(double score, double before) {
        return Double.isNaN(score) ? before : score;
    }

    /** First the rows with features 0..step switched, then those with the features from the last one down. */
    private static double[][] switchedRows(double[] row, double[] baseline) {
        int count = row.length;
        double[][] rows = new double[2 * (count - 1)][];
        double[] forward = baseline.clone();
        double[] backward = baseline.clone();
        for (int step = 0; step < count - 1; step++) {
            forward[step] = row[step];
            backward[count - 1 - step] = row[count - 1 - step];
            rows[step] = forward.clone();
            rows[count - 1 + step] = backward.clone();
        }
        return rows;
    }
}
