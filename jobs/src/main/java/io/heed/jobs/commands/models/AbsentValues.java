package io.heed.jobs.commands.models;

import io.heed.models.packaging.TrainedOn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a model gets where a feature is absent, as its maker says it: nobody else can know how it was trained. */
final class AbsentValues {
    private final Map<String, String> said = new TreeMap<>();
    private String forAll = "";

    /**
     * Reads what was said.
     *
     * @param texts such as {@code median}, {@code nan}, {@code 0} for all features, {@code bill_ratio=-1} for one
     */
    AbsentValues(List<String> texts) {
        for (String text : texts) {
            int equals = text.indexOf('=');
            String value = text.substring(equals + 1);
            if (!value.matches("median|nan|-?\\d+(\\.\\d+)?")) {
                throw new IllegalArgumentException("not what a model can get for an absent feature: " + text
                        + " (legal: median, nan, 0, NAME=-1)");
            }
            if (equals < 0) {
                forAll = value;
            } else {
                said.put(text.substring(0, equals), value);
            }
        }
    }

    /**
     * The value of each feature.
     *
     * @throws IllegalArgumentException naming every feature that was absent in training and of which nothing was said
     */
    double[] of(List<String> features, TrainedOn rows) {
        List<String> unsaid = new ArrayList<>();
        double[] values = new double[features.size()];
        for (int i = 0; i < values.length; i++) {
            String value = said.getOrDefault(features.get(i), forAll);
            long absent = rows.absent(i);
            if (value.isEmpty() && absent > 0) {
                unsaid.add(
                        features.get(i) + " (" + absent + " of " + rows.train().size() + " rows)");
            }
            // a feature that was never absent may be so one day: the model then gets what is usual
            values[i] = value.isEmpty() || value.equals("median") ? usual(rows, i) : number(value);
        }
        said.keySet().stream().filter(name -> !features.contains(name)).forEach(name -> {
            throw new IllegalArgumentException(
                    "--absent names a feature that the model does not read: " + name + " (features: " + features + ")");
        });
        if (!unsaid.isEmpty()) {
            throw new IllegalArgumentException("features are absent in some rows, and what the model was given there is"
                    + " not said: " + String.join(", ", unsaid)
                    + " (legal: --absent median, --absent nan, --absent 0, --absent NAME=-1)");
        }
        return values;
    }

    private static double usual(TrainedOn rows, int feature) {
        double median = rows.median(feature);
        return Double.isNaN(median) ? 0 : median;
    }

    private static double number(String value) {
        return value.equals("nan") ? Double.NaN : Double.parseDouble(value);
    }
}
