package io.heed.models.health;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How a version of a model did in one part and one stretch of time: the drift of what it was asked, the quality to be
 * expected of what it said, and the quality of what it had said earlier, as labels became known in that time.
 *
 * @param modelHash the hash of all that the version holds
 * @param target what it predicts
 * @param threshold from this score on a prediction counts as positive
 * @param fromMillis when the stretch begins
 * @param toMillis when it has ended
 * @param predictions how many predictions were made in it
 * @param effectivePredictions how many predictions of different customers these are worth
 * @param drift what has drifted; null where there are too few predictions
 * @param estimated the quality to be expected of the predictions, told from the scores alone
 * @param shown which figures speak for the version
 * @param control the quality of scores of the untreated control group whose labels became known
 * @param untreated the quality of scores of all untreated customers whose labels became known
 * @param treated how many scores were left out, since the customer was treated before the label was known
 */
public record ModelHealth(
        Serving serving,
        String modelHash,
        String target,
        double threshold,
        long fromMillis,
        long toMillis,
        long predictions,
        double effectivePredictions,
        @Nullable DriftReport drift,
        Quality estimated,
        Shown shown,
        Quality control,
        Quality untreated,
        long treated) {
    /** Which figures speak for a version. */
    public enum Shown {
        /** Those of the control group: some customers were treated, which changes what would have happened. */
        CONTROL,
        /** Those of all untreated customers: nobody was treated, so they are all customers. */
        UNTREATED,
        /**
         * Those of all untreated customers, although others were treated, since the control group is too small. Whoever is
         * left is not like the rest: the likeliest were treated.
         */
        UNTREATED_REST
    }

    /** The drift of scores and of each feature by name. */
    public record DriftReport(Drift score, SortedMap<String, Drift> features) {
        /** Copies the map. */
        public DriftReport {
            features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
        }

        /** The largest index in units of its limit; from 1 on something has drifted. */
        public double worst() {
            double worst = score.ratio();
            for (Drift drift : features.values()) {
                worst = Math.max(worst, drift.ratio());
            }
            return worst;
        }
    }

    /** The quality that speaks for the version. */
    public Quality quality() {
        return shown == Shown.CONTROL ? control : untreated;
    }

    /** What is wrong, for people, such as {@code drift of contacts_7d}; empty where nothing is. */
    public List<String> alarms() {
        List<String> alarms = new ArrayList<>(driftAlarms());
        Quality.Calibration calibration = quality().calibration();
        if (calibration != null && calibration.alarm()) {
            alarms.add("calibration");
        }
        return alarms;
    }

    /** What has drifted, for people. */
    public List<String> driftAlarms() {
        List<String> alarms = new ArrayList<>();
        if (drift != null) {
            if (drift.score().isAlarm()) {
                alarms.add("drift of the score");
            }
            drift.features().forEach((name, feature) -> {
                if (feature.isAlarm()) {
                    alarms.add("drift of " + name);
                }
            });
        }
        return alarms;
    }
}
