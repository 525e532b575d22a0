package io.heed.language.reason;

import java.util.Arrays;
import java.util.List;

/**
 * Tells reasons apart by one linear step over messages' vectors (multinomial logistic regression), fitted to the declared
 * examples when they are loaded. The same examples give the same fit, bit for bit.
 */
final class ReasonFit {
    private static final double SCALE = 5;
    private static final double PENALTY = 0.025;
    private static final int STEPS = 200;

    private final double[][] weights;

    private ReasonFit(double[][] weights) {
        this.weights = weights;
    }

    /**
     * Fits by Nesterov's accelerated descent. Reasons weigh the same, however many examples each has.
     *
     * @param examples the vectors of each reason's examples, all of one length
     */
    static ReasonFit to(List<List<float[]>> examples) {
        int length = examples.get(0).get(0).length;
        double[][] weights = new double[examples.size()][length + 1];
        double[][] before = copy(weights);
        double rate = 1 / (0.5 * (SCALE * SCALE + 1) + PENALTY);
        for (int step = 0; step < STEPS; step++) {
            double[][] ahead = ahead(weights, before, step / (step + 3.0));
            double[][] gradient = gradient(examples, ahead);
            before = weights;
            weights = ahead;
            for (int reason = 0; reason < weights.length; reason++) {
                for (int i = 0; i <= length; i++) {
                    weights[reason][i] -= rate * gradient[reason][i];
                }
            }
        }
        return new ReasonFit(weights);
    }

    /** How well a message fits each reason, in the order of the examples: the logarithms of odds up to a constant. */
    double[] logits(float[] meaning) {
        return logits(weights, meaning);
    }

    /** Scales numbers so that they add up to 1, the higher ones more than in proportion. */
    static double[] probabilities(double[] logits) {
        double highest = Arrays.stream(logits).max().orElse(0);
        double[] powers =
                Arrays.stream(logits).map(logit -> Math.exp(logit - highest)).toArray();
        double sum = Arrays.stream(powers).sum();
        return Arrays.stream(powers).map(power -> power / sum).toArray();
    }

    private static double[] logits(double[][] weights, float[] meaning) {
        double[] logits = new double[weights.length];
        for (int reason = 0; reason < weights.length; reason++) {
            double sum = weights[reason][meaning.length];
            for (int i = 0; i < meaning.length; i++) {
                sum += weights[reason][i] * SCALE * meaning[i];
            }
            logits[reason] = sum;
        }
        return logits;
    }

    private static double[][] gradient(List<List<float[]>> examples, double[][] weights) {
        double[][] gradient = new double[weights.length][];
        for (int reason = 0; reason < weights.length; reason++) {
            gradient[reason] = Arrays.stream(weights[reason])
                    .map(weight -> PENALTY * weight)
                    .toArray();
        }
        for (int truth = 0; truth < examples.size(); truth++) {
            for (float[] example : examples.get(truth)) {
                double share = 1.0 / (examples.size() * examples.get(truth).size());
                double[] given = probabilities(logits(weights, example));
                given[truth] -= 1;
                for (int reason = 0; reason < weights.length; reason++) {
                    addTo(gradient[reason], example, share * given[reason]);
                }
            }
        }
        return gradient;
    }

    private static void addTo(double[] gradient, float[] example, double times) {
        for (int i = 0; i < example.length; i++) {
            gradient[i] += times * SCALE * example[i];
        }
        gradient[example.length] += times;
    }

    private static double[][] ahead(double[][] weights, double[][] before, double momentum) {
        double[][] ahead = copy(weights);
        for (int reason = 0; reason < weights.length; reason++) {
            for (int i = 0; i < weights[reason].length; i++) {
                ahead[reason][i] += momentum * (weights[reason][i] - before[reason][i]);
            }
        }
        return ahead;
    }

    private static double[][] copy(double[][] weights) {
        return Arrays.stream(weights).map(double[]::clone).toArray(double[][]::new);
    }
}
