package io.heed.jobs.training;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.heed.models.label.TrainingRow;
import java.time.Instant;
import java.util.List;

/**
 * A model learns from what was known at a cut, and is tested on the decisions from then on. What was decided before the
 * cut and matured only after it is left out: nobody could have learned from it then.
 *
 * @param testShare the share of rows to test on, 0 to 1
 * @param cutMillis when the test part begins
 * @param horizonMillis how long after its decision a label counts
 */
public record TimeSplit(double testShare, long cutMillis, long horizonMillis) implements Split {
    /** Checks the share. */
    public TimeSplit {
        Split.checkShare(testShare);
    }

    /**
     * The split by which the last share of some rows is tested on; rows of one instant are never on both sides.
     *
     * @param rows in any order
     */
    public static TimeSplit of(List<TrainingRow> rows, double testShare, long horizonMillis) {
        long[] times = rows.stream().mapToLong(TrainingRow::timeMillis).sorted().toArray();
        int learned = (int) (times.length * (1 - testShare));
        long cutMillis = learned < times.length ? times[learned] : Long.MAX_VALUE;
        return new TimeSplit(testShare, cutMillis, horizonMillis);
    }

    @Override
    public String of(TrainingRow row) {
        if (row.timeMillis() >= cutMillis) {
            return TEST;
        }
        // an event at the very end of the horizon still counts, so the label is known only after it
        return cutMillis - row.timeMillis() > horizonMillis ? TRAIN : GAP;
    }

    @Override
    public void describe(ObjectNode manifest) {
        ObjectNode split = manifest.putObject("split").put("rule", "time").put("testShare", testShare);
        if (cutMillis != Long.MAX_VALUE) {
            split.put("cut", Instant.ofEpochMilli(cutMillis).toString());
        }
    }
}
