package io.heed.features.window;

/** Fits a line through the values by least squares and gives its rise a day. */
final class Slope implements Accumulator {
    private static final double DAY_MILLIS = 86_400_000;

    private long originMillis;
    private int count;
    private double meanDays;
    private double meanValue;
    private double daysSquared;
    private double daysByValue;

    @Override
    public void add(long timeMillis, double value) {
        if (count == 0) {
            originMillis = timeMillis;
        }
        count++;
        double days = (timeMillis - originMillis) / DAY_MILLIS;
        double daysOff = days - meanDays;
        meanDays += daysOff / count;
        meanValue += (value - meanValue) / count;
        daysSquared += daysOff * (days - meanDays);
        daysByValue += daysOff * (value - meanValue);
    }

    @Override
    public double result(long nowMillis) {
        return daysSquared > 0 ? daysByValue / daysSquared : Double.NaN;
    }
}
