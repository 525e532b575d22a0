package io.heed.models.packaging;

import java.util.Arrays;

/** The rows that a model was trained on and those that it is tested on. */
public record TrainedOn(Part train, Part test) {
    /** Some rows with their labels. */
    public static final class Part {
        private final double[][] rows;
        private final boolean[] labels;

        /**
         * A part of these rows.
         *
         * @param rows a value for each feature in the contract's order, NaN where it is absent
         * @param labels the label of each row
         */
        public Part(double[][] rows, boolean[] labels) {
            if (rows.length != labels.length) {
                throw new IllegalArgumentException(
                        "rows and labels are not equally many: " + rows.length + " and " + labels.length);
            }
            this.rows = rows.clone();
            this.labels = labels.clone();
        }

        /** The rows. */
        public double[][] rows() {
            return rows.clone();
        }

        boolean[] labels() {
            return labels.clone();
        }

        double[] row(int number) {
            return rows[number];
        }

        /** How many rows there are. */
        public int size() {
            return rows.length;
        }

        /** How many labels are positive. */
        public int positives() {
            int positives = 0;
            for (boolean label : labels) {
                positives += label ? 1 : 0;
            }
            return positives;
        }

        /** The values of a feature that are not absent, ascending. */
        double[] present(int feature) {
            return Arrays.stream(rows)
                    .mapToDouble(row -> row[feature])
                    .filter(value -> !Double.isNaN(value))
                    .sorted()
                    .toArray();
        }
    }

    /** Checks that there is something to look at. */
    public TrainedOn {
        if (train.size() == 0) {
            throw new IllegalArgumentException("training set has no rows of split train");
        }
    }

    /** A part without rows. */
    public static Part nothing() {
        return new Part(new double[0][], new boolean[0]);
    }

    /** The median of a feature over the training rows, NaN where it is absent more often than not. */
    double typical(int feature) {
        double[] present = train.present(feature);
        return 2 * present.length > train.size() ? median(present) : Double.NaN;
    }

    /** In how many training rows a feature is absent. */
    public long absent(int feature) {
        return (long) train.size() - train.present(feature).length;
    }

    /** The median of a feature over the training rows that have it, NaN where none has. */
    public double median(int feature) {
        double[] present = train.present(feature);
        return present.length == 0 ? Double.NaN : median(present);
    }

    private static double median(double[] ascending) {
        int middle = ascending.length / 2;
        return ascending.length % 2 == 1 ? ascending[middle] : (ascending[middle - 1] + ascending[middle]) / 2;
    }
}
