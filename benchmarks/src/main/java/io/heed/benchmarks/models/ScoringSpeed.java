package io.heed.benchmarks.models;

import io.heed.models.repository.ModelDirectory;
import io.heed.models.scoring.ModelRegistry;
import io.heed.models.scoring.ServedModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * How long one thread takes to score one row with a hundred trees of fifty features, as the job does it: alone.
 *
 * @param scoreNanos time of the processor for a score
 * @param explainNanos time of the processor for the contributions of all features to one
 */
public record ScoringSpeed(double scoreNanos, double explainNanos) {
    private static final int ROUNDS = 7;

    /** Measures with a version of the model. */
    public static ScoringSpeed measure(TreesWorkspace workspace, int rows) {
        ModelRegistry registry = new ModelRegistry();
        ServedModel served =
                registry.acquire(ModelDirectory.read(workspace.repository().folder(TreesWorkspace.MODEL, 1)));
        try {
            Random random = new Random(9);
            double[][] many = new double[rows][];
            Arrays.setAll(many, row -> TreesWorkspace.row(random));
            double[][] few = Arrays.copyOf(many, Math.max(1, rows / 50));
            return new ScoringSpeed(
                    nanos(many, served::score), nanos(few, row -> served.contributions(row, served.score(row))[0]));
        } finally {
            registry.release(served);
        }
    }

    /** The median of some rounds, of which the first two do not count. */
    private static double nanos(double[][] rows, ToDoubleFunction<double[]> work) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] rounds = new double[ROUNDS];
        double sum = 0;
        for (int round = -2; round < ROUNDS; round++) {
            long began = threads.getCurrentThreadCpuTime();
            for (double[] row : rows) {
                sum += work.applyAsDouble(row);
            }
            long took = threads.getCurrentThreadCpuTime() - began;
            if (round >= 0) {
                rounds[round] = (double) took / rows.length;
            }
        }
        if (Double.isNaN(sum)) {
            throw new IllegalStateException("a score is no number");
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }
}
