package io.heed.replay.simulation.chance;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** Draws from one seed. All arithmetic is strict, so that every machine draws the same. */
public final class Chance {
    private final SplittableRandom random;

    Chance(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Whether something of this probability happens; below 0 never, above 1 always. */
    public boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number in [from, to). */
    public double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** A whole number from {@code from} to {@code to}, both included. */
    public int whole(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** A duration of whole seconds in [from, to). */
    public Duration between(Duration from, Duration to) {
        return Duration.ofSeconds((long) between((double) from.toSeconds(), (double) to.toSeconds()));
    }

    /** A normally distributed number. */
    public double normal(double mean, double deviation) {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return mean + deviation * radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** An exponentially distributed number of that mean. */
    public double exponential(double mean) {
        return -mean * StrictMath.log(1 - random.nextDouble());
    }

    /** An exponentially distributed duration of whole seconds, at least one. */
    public Duration exponential(Duration mean) {
        return Duration.ofSeconds(1 + (long) exponential((double) mean.toSeconds()));
    }

    /** One of the choices, all equally likely. */
    public <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The place of one of the weights, each as likely as its share of their sum. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** An amount of money in whole cents, in [from, to). */
    public double money(double from, double to) {
        return cents(between(from, to));
    }

    /** An amount rounded to whole cents. */
    public static double cents(double amount) {
        return Math.rint(amount * 100) / 100;
    }
}
