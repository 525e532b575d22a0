package io.heed.models.health;

import io.heed.models.health.Quality.Calibration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Works out the quality of scores, from what came of them or from the scores alone. */
final class QualityFigures {
    private static final int GROUPS = 10;
    /** Below this a group's hits are too few for the normal law. */
    private static final double LEAST_VARIANCE = 5;

    private final HealthLimits limits;

    QualityFigures(HealthLimits limits) {
        this.limits = limits;
    }

    /** The quality of scores whose labels are known. */
    Quality observed(ScoreTally tally) {
        double rows = tally.rows();
        double hits = tally.allHits();
        double positives = tally.positives();
        double positiveHits = tally.positiveHits();
        return new Quality(
                tally.rows(),
                ratio(hits, rows),
                ratio(tally.allPromised(), rows),
                ratio(positiveHits, positives),
                ratio(positiveHits, hits),
                auc(tally, bins(tally, false)),
                ratio(tally.squaredError(), rows),
                calibration(tally));
    }

    /**
     * The quality to be expected of scores that mean probabilities, before any label is known: a score p counts as p of a
     * hit and 1 - p of a miss.
     */
    Quality estimated(ScoreTally tally) {
        double rows = tally.rows();
        double positives = tally.positives();
        return new Quality(
                tally.rows(),
                null,
                ratio(tally.allPromised(), rows),
                ratio(tally.positivesPromised(), positives),
                ratio(tally.positivesPromised(), tally.allPromised()),
                auc(tally, bins(tally, true)),
                ratio(tally.promisedSquaredError(), rows),
                null);
    }

    private static double[] bins(ScoreTally tally, boolean promised) {
        double[] hits = new double[ScoreBins.COUNT];
        for (int bin = 0; bin < hits.length; bin++) {
            hits[bin] = promised ? tally.promised(bin) : tally.hits(bin);
        }
        return hits;
    }

    /** Hits and misses of one bin count as drawn. */
    private static @Nullable Double auc(ScoreTally tally, double[] hits) {
        double wins = 0;
        double missesBelow = 0;
        double allHits = 0;
        for (int bin = 0; bin < hits.length; bin++) {
            double misses = tally.count(bin) - hits[bin];
            wins += hits[bin] * (missesBelow + misses / 2);
            missesBelow += misses;
            allHits += hits[bin];
        }
        return ratio(wins, allHits * missesBelow);
    }

    private @Nullable Calibration calibration(ScoreTally tally) {
        List<double[]> groups = groups(tally);
        if (groups.isEmpty()) {
            return null;
        }
        double error = 0;
        double byChance = 0;
        double chiSquare = 0;
        for (double[] group : groups) {
            double distance = Math.abs(group[1] - group[2]);
            error += distance / tally.rows();
            byChance += Math.sqrt(2 / Math.PI * group[3]) / tally.rows();
            chiSquare += distance * distance / group[3];
        }
        boolean unlikely = chiSquare > ChiSquare.quantileAbove(groups.size(), limits.falseAlarmRate());
        return new Calibration(
                Rounded.of(error), Rounded.of(byChance), unlikely && error >= limits.leastMiscalibrated());
    }

    /**
     * Neighbouring bins put together, a tenth of the rows or more in each group, and enough of them for the normal law:
     * rows, promised hits, hits, variance of the hits.
     */
    private static List<double[]> groups(ScoreTally tally) {
        List<double[]> groups = new ArrayList<>();
        double[] group = new double[4];
        double share = (double) tally.rows() / GROUPS;
        for (int bin = 0; bin < ScoreBins.COUNT; bin++) {
            long count = tally.count(bin);
            if (count > 0) {
                double mean = tally.promised(bin) / count;
                add(group, new double[] {count, tally.promised(bin), tally.hits(bin), count * mean * (1 - mean)});
            }
            if (group[0] >= share && group[3] >= LEAST_VARIANCE) {
                groups.add(group);
                group = new double[4];
            }
        }
        if (group[0] > 0 && !groups.isEmpty()) {
            add(groups.get(groups.size() - 1), group);
        }
        return groups;
    }

    private static void add(double[] to, double[] more) {
        for (int i = 0; i < to.length; i++) {
            to[i] += more[i];
        }
    }

    private static @Nullable Double ratio(double part, double whole) {
        return whole > 0 ? Rounded.of(part / whole) : null;
    }
}
