package io.heed.models.health;

import java.io.Serializable;

/**
 * Into which stretches of time the life of a version is cut.
 *
 * @param lengthMillis how long a window is; windows begin at multiples of it since 1970
 * @param enoughPredictions a window with fewer is judged together with the next
 * @param mostTogether so many windows are judged together at most, few predictions or not
 */
public record HealthWindows(long lengthMillis, long enoughPredictions, int mostTogether) implements Serializable {
    /** A day, and as many days as a hundred predictions take, but at most a week. */
    public static final HealthWindows USUAL = new HealthWindows(86_400_000, 100, 7);

    /** Checks the values. */
    public HealthWindows {
        if (lengthMillis <= 0 || enoughPredictions < 1 || mostTogether < 1) {
            throw new IllegalArgumentException("window, enough predictions and most windows are not all above 0: "
                    + lengthMillis + ", " + enoughPredictions + ", " + mostTogether);
        }
    }

    /** When the window of a time begins. */
    long beginOf(long timeMillis) {
        return Math.floorDiv(timeMillis, lengthMillis) * lengthMillis;
    }

    /** The last instant of the window that begins at a time. */
    public long lastMillis(long fromMillis) {
        return fromMillis + lengthMillis - 1;
    }
}
