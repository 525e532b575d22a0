package io.heed.jobs.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** How well scores rank what came true above what did not. */
final class RankingQuality {
    private final List<Scored> all = new ArrayList<>();

    private record Scored(double score, boolean positive) {}

    void add(double score, boolean positive) {
        all.add(new Scored(score, positive));
    }

    int size() {
        return all.size();
    }

    long positives() {
        return all.stream().filter(Scored::positive).count();
    }

    /** The area under the ROC curve, by ranks with ties shared (Mann-Whitney); NaN where one class is missing. */
    double areaUnderCurve() {
        List<Scored> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparingDouble(Scored::score));
        double rankSum = 0;
        for (int from = 0; from < sorted.size(); ) {
            int to = from;
            while (to < sorted.size()
                    && sorted.get(to).score() == sorted.get(from).score()) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            for (int i = from; i < to; i++) {
                rankSum += sorted.get(i).positive() ? rank : 0;
            }
            from = to;
        }
        double positives = positives();
        double negatives = sorted.size() - positives;
        return (rankSum - positives * (positives + 1) / 2) / (positives * negatives);
    }
}
