package io.heed.models.packaging;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How good scores are on rows that the model has never seen; NaN where it cannot be told.
 *
 * @param auc area under the receiver operating characteristic, equal scores counted as half
 * @param brier mean squared distance of score and label
 * @param calibrationError mean distance of predicted and happened over ten bins of equally many rows
 * @param liftAt10Percent how many times more positives the highest tenth holds than a random tenth would
 */
record TestFigures(
        int rows, double positiveShare, double auc, double brier, double calibrationError, double liftAt10Percent) {
    private static final int BINS = 10;

    static TestFigures of(double[] scores, boolean[] labels) {
        int[] ascending = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(row -> scores[row]))
                .mapToInt(row -> row)
                .toArray();
        double share = IntStream.of(ascending)
                .map(row -> labels[row] ? 1 : 0)
                .average()
                .orElse(Double.NaN);
        return new TestFigures(
                scores.length,
                share,
                auc(scores, labels, ascending),
                IntStream.of(ascending)
                        .mapToDouble(row -> Math.pow(scores[row] - (labels[row] ? 1 : 0), 2))
                        .average()
                        .orElse(Double.NaN),
                calibrationError(scores, labels, ascending),
                lift(labels, ascending, share));
    }

    /** The figures by the names that training gives them, rounded for people; what cannot be told is left out. */
    Map<String, String> byName() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("rows", String.valueOf(rows));
        put(named, "positive_share", positiveShare);
        put(named, "auc", auc);
        put(named, "brier", brier);
        put(named, "calibration_error", calibrationError);
        put(named, "lift_at_10_percent", liftAt10Percent);
        return named;
    }

    private static void put(Map<String, String> named, String name, double value) {
        if (!Double.isNaN(value)) {
            named.put(name, String.format(Locale.ROOT, "%.4f", value));
        }
    }

    private static double auc(double[] scores, boolean[] labels, int[] ascending) {
        long positives = 0;
        double rankSum = 0;
        for (int begin = 0, end; begin < ascending.length; begin = end) {
            end = begin;
            while (end < ascending.length && scores[ascending[end]] == scores[ascending[begin]]) {
                end++;
            }
            double rank = (begin + 1 + end) / 2.0;
            for (int i = begin; i < end; i++) {
                if (labels[ascending[i]]) {
                    positives++;
                    rankSum += rank;
                }
            }
        }
        long negatives = ascending.length - positives;
        return (rankSum - positives * (positives + 1) / 2.0) / ((double) positives * negatives);
    }

    private static double calibrationError(double[] scores, boolean[] labels, int[] ascending) {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int from = ascending.length * bin / BINS;
            int until = ascending.length * (bin + 1) / BINS;
            double distance = Arrays.stream(ascending, from, until)
                    .mapToDouble(row -> scores[row] - (labels[row] ? 1 : 0))
                    .sum();
            error += Math.abs(distance);
        }
        return error / ascending.length;
    }

    private static double lift(boolean[] labels, int[] ascending, double share) {
        int tenth = Math.max(1, Math.round(ascending.length / 10f));
        return IntStream.range(Math.max(0, ascending.length - tenth), ascending.length)
                        .map(place -> labels[ascending[place]] ? 1 : 0)
                        .average()
                        .orElse(Double.NaN)
                / share;
    }
}
