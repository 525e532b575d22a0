package io.heed.models.health;

import java.util.HashMap;
import java.util.Map;

/**
 * Compares the bins of a window with those of training.
 *
 * <p>Without a change the index is about (1/n + 1/m) times a chi-square variable with one degree of freedom less than
 * there are bins. Its logarithm makes too much of bins with hardly a row, so there each share is first raised by one and
 * a half rows of the smaller sample; with that the upper quantiles hold from a hundred rows on, rare bins included.
 */
final class DriftTest {
    private static final double RAISED_BY_ROWS = 1.5;

    private final double falseAlarmRate;
    private final double leastIndex;
    private final Map<Integer, Double> quantiles = new HashMap<>();

    /**
     * A test among several.
     *
     * @param tests how many are made together; the false-alarm rate is that of all of them (Bonferroni's correction)
     */
    DriftTest(HealthLimits limits, int tests) {
        this.falseAlarmRate = limits.falseAlarmRate() / tests;
        this.leastIndex = limits.leastIndex();
    }

    /**
     * The drift from training to a window.
     *
     * @param trainedRows how many rows of different customers training is worth, the window's likewise
     */
    Drift drift(long[] trained, double trainedRows, long[] seen, double seenRows) {
        int bins = 0;
        double index = 0;
        double ofTrained = 1.0 / Math.max(1, Counts.sum(trained));
        double ofSeen = 1.0 / Math.max(1, Counts.sum(seen));
        double raise = RAISED_BY_ROWS / Math.min(trainedRows, seenRows);
        for (int bin = 0; bin < trained.length; bin++) {
            if (trained[bin] > 0 || seen[bin] > 0) {
                double before = trained[bin] * ofTrained;
                double now = seen[bin] * ofSeen;
                index += (now - before) * StrictMath.log((now + raise) / (before + raise));
                bins++;
            }
        }
        return new Drift(Rounded.of(index), Rounded.of(limit(bins, 1 / trainedRows + 1 / seenRows)), bins);
    }

    private double limit(int bins, double chance) {
        if (bins < 2) {
            return leastIndex;
        }
        return Math.max(
                leastIndex,
                chance
                        * quantiles.computeIfAbsent(
                                bins - 1, degrees -> ChiSquare.quantileAbove(degrees, falseAlarmRate)));
    }
}
