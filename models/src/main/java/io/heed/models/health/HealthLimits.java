package io.heed.models.health;

/**
 * When something counts as wrong.
 *
 * @param falseAlarmRate how often a check of a version that is all right may give any alarm of drift, and how often one
 *     of calibration
 * @param leastMoved drift that may come of less than this share of rows in another bin gives no alarm
 * @param leastMiscalibrated a calibration error below this gives no alarm
 * @param fewestLabels how many labels of the control group are enough to show its figures
 */
public record HealthLimits(double falseAlarmRate, double leastMoved, double leastMiscalibrated, long fewestLabels) {
    /** One check in a hundred, a tenth of the rows, three points of probability, a hundred labels. */
    public static final HealthLimits USUAL = new HealthLimits(0.01, 0.1, 0.03, 100);

    /**
     * The least index that can mean so many moved rows: by Pinsker's inequality, applied in both directions, a share d of
     * rows in other bins gives an index of at least 4 d d.
     */
    double leastIndex() {
        return 4 * leastMoved * leastMoved;
    }
}
