package io.heed.models.health;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Scores by bin, and what came of them where that is known. Sums of probabilities are kept in billionths, so that they are
 * the same in whatever order rows come.
 */
final class ScoreTally {
    static final double UNIT = 1e-9;

    private static final int POSITIVES = 0;
    private static final int POSITIVE_SUM = 1;
    private static final int POSITIVE_HITS = 2;
    private static final int SPREAD = 3;
    private static final int SQUARED_ERROR = 4;

    private final long[] counts;
    private final long[] sums;
    private final long[] hits;
    private final long[] further;

    ScoreTally() {
        this(new long[ScoreBins.COUNT], new long[ScoreBins.COUNT], new long[ScoreBins.COUNT], new long[5]);
    }

    private ScoreTally(long[] counts, long[] sums, long[] hits, long[] further) {
        this.counts = counts;
        this.sums = sums;
        this.hits = hits;
        this.further = further;
    }

    /**
     * Adds a score.
     *
     * @param positive whether it reached its threshold
     * @param hit whether its label is 1; false where it is not known
     */
    void add(double score, boolean positive, boolean hit) {
        double probability = Math.min(1, Math.max(0, score));
        int bin = ScoreBins.of(probability);
        long billionths = Math.round(probability / UNIT);
        counts[bin]++;
        sums[bin] += billionths;
        hits[bin] += hit ? 1 : 0;
        if (positive) {
            further[POSITIVES]++;
            further[POSITIVE_SUM] += billionths;
            further[POSITIVE_HITS] += hit ? 1 : 0;
        }
        double error = probability - (hit ? 1 : 0);
        further[SPREAD] += Math.round(probability * (1 - probability) / UNIT);
        further[SQUARED_ERROR] += Math.round(error * error / UNIT);
    }

    void addAll(ScoreTally other) {
        Counts.add(counts, other.counts);
        Counts.add(sums, other.sums);
        Counts.add(hits, other.hits);
        Counts.add(further, other.further);
    }

    long rows() {
        return Counts.sum(counts);
    }

    long count(int bin) {
        return counts[bin];
    }

    /** The sum of the scores of a bin: how many hits they promise. */
    double promised(int bin) {
        return sums[bin] * UNIT;
    }

    long hits(int bin) {
        return hits[bin];
    }

    long allHits() {
        return Counts.sum(hits);
    }

    double allPromised() {
        return Counts.sum(sums) * UNIT;
    }

    /** How many scores reached their threshold. */
    long positives() {
        return further[POSITIVES];
    }

    double positivesPromised() {
        return further[POSITIVE_SUM] * UNIT;
    }

    long positiveHits() {
        return further[POSITIVE_HITS];
    }

    /** The sum of p (1 - p): the squared error to be expected. */
    double promisedSquaredError() {
        return further[SPREAD] * UNIT;
    }

    double squaredError() {
        return further[SQUARED_ERROR] * UNIT;
    }

    void write(DataOutput out) throws IOException {
        Counts.write(counts, out);
        Counts.write(sums, out);
        Counts.write(hits, out);
        Counts.write(further, out);
    }

    static ScoreTally read(DataInput in) throws IOException {
        return new ScoreTally(Counts.read(in), Counts.read(in), Counts.read(in), Counts.read(in));
    }
}
