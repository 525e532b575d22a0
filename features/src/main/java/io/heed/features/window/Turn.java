package io.heed.features.window;

/**
 * Follows the decayed mean from entry to entry, in order of time, and finds where it turns: upwards at the first entry at
 * which it lies a stated amount or more above its lowest since it last turned downwards, downwards at the first at which
 * it lies as much below its highest since it last turned upwards. Before the first turn either may come, and its lowest
 * and highest are those from the beginning on.
 */
final class Turn implements Accumulator {
    private final boolean givesDirection;
    private final Terms terms;
    private double sum;
    private double weight;
    private long lastMillis;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private int direction;
    private long turnedMillis;

    Turn(boolean givesDirection, Terms terms) {
        this.givesDirection = givesDirection;
        this.terms = terms;
    }

    @Override
    public void add(long timeMillis, double value) {
        double left =
                weight == 0 ? 0 : StrictMath.pow(0.5, (double) (timeMillis - lastMillis) / terms.halfLifeMillis());
        sum = sum * left + value;
        weight = weight * left + 1;
        lastMillis = timeMillis;
        follow(timeMillis, sum / weight);
    }

    private void follow(long timeMillis, double mean) {
        lowest = Math.min(lowest, mean);
        highest = Math.max(highest, mean);
        if (direction <= 0 && mean - lowest >= terms.by()) {
            turn(1, timeMillis, mean);
        } else if (direction >= 0 && highest - mean >= terms.by()) {
            turn(-1, timeMillis, mean);
        }
    }

    private void turn(int to, long timeMillis, double mean) {
        direction = to;
        turnedMillis = timeMillis;
        lowest = mean;
        highest = mean;
    }

    @Override
    public double result(long nowMillis) {
        if (weight == 0 || (!givesDirection && direction == 0)) {
            return Double.NaN;
        }
        return givesDirection ? direction : (double) (nowMillis - turnedMillis) / terms.unitMillis();
    }
}
