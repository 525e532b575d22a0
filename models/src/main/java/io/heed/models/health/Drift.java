package io.heed.models.health;

/**
 * How far the values of one feature, or the scores, are from those of training.
 *
 * @param index the population stability index
 * @param limit from here on it is an alarm
 * @param bins how many bins had a row in training or now
 */
public record Drift(double index, double limit, int bins) {
    /** The index in units of its limit. */
    public double ratio() {
        return index / limit;
    }

    /** Whether the difference is neither chance nor a trifle. */
    public boolean isAlarm() {
        return index >= limit;
    }
}
