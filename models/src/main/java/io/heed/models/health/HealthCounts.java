package io.heed.models.health;

import io.heed.events.state.Codec;
import io.heed.models.label.JudgedScore;
import io.heed.models.prediction.FeatureValue;
import io.heed.models.prediction.Prediction;
import io.heed.models.repository.Histogram;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * What a version did in a window of time, counted: about five kilobytes for fifty features, however many predictions
 * there were. Counts add up in any order.
 */
final class HealthCounts {
    static final Codec<HealthCounts> CODEC = new HealthCountsCodec();

    private final long[][] features;
    private final long[] score;
    private final RepeatSketch customers;
    private final ScoreTally predicted;
    private final ScoreTally control;
    private final ScoreTally untreated;
    private final long[] treated;

    private HealthCounts(
            long[][] features,
            long[] score,
            RepeatSketch customers,
            ScoreTally predicted,
            ScoreTally control,
            ScoreTally untreated,
            long[] treated) {
        this.features = features;
        this.score = score;
        this.customers = customers;
        this.predicted = predicted;
        this.control = control;
        this.untreated = untreated;
        this.treated = treated;
    }

    /** Counts of nothing, in the bins of a version's training; the last bin is that of absent values. */
    static HealthCounts none(TrainedVersion version) {
        return new HealthCounts(
                version.features().stream().map(HealthCounts::bins).toArray(long[][]::new),
                bins(version.score()),
                new RepeatSketch(),
                new ScoreTally(),
                new ScoreTally(),
                new ScoreTally(),
                new long[1]);
    }

    private static long[] bins(Histogram histogram) {
        return new long[histogram.counts().size() + 1];
    }

    void add(Prediction prediction, TrainedVersion trained) {
        List<FeatureValue> values = prediction.features();
        for (int i = 0; i < features.length; i++) {
            Double value = values.get(i).value();
            int absent = features[i].length - 1;
            features[i][value == null ? absent : trained.features().get(i).bin(value)]++;
        }
        score[trained.score().bin(prediction.score())]++;
        customers.add(prediction.customer());
        predicted.add(prediction.score(), prediction.positive(), false);
    }

    void add(JudgedScore judged) {
        if (judged.treatments() > 0) {
            treated[0]++;
            return;
        }
        double served = judged.served().score();
        boolean positive = judged.served().positive();
        untreated.add(served, positive, judged.label());
        if (judged.control()) {
            control.add(served, positive, judged.label());
        }
    }

    void addAll(HealthCounts other) {
        for (int i = 0; i < features.length; i++) {
            Counts.add(features[i], other.features[i]);
        }
        Counts.add(score, other.score);
        customers.addAll(other.customers);
        predicted.addAll(other.predicted);
        control.addAll(other.control);
        untreated.addAll(other.untreated);
        Counts.add(treated, other.treated);
    }

    long predictions() {
        return predicted.rows();
    }

    double effectivePredictions() {
        return customers.effectiveRows(predictions());
    }

    long[] feature(int index) {
        return features[index];
    }

    long[] score() {
        return score;
    }

    ScoreTally predicted() {
        return predicted;
    }

    ScoreTally control() {
        return control;
    }

    ScoreTally untreated() {
        return untreated;
    }

    /** How many decisions were left out since the customer was treated before the label was known. */
    long treated() {
        return treated[0];
    }

    private static final class HealthCountsCodec implements Codec<HealthCounts> {
        private static final long serialVersionUID = 1L;

        @Override
        public void write(HealthCounts counts, DataOutput out) throws IOException {
            out.writeInt(counts.features.length);
            for (long[] feature : counts.features) {
                Counts.write(feature, out);
            }
            Counts.write(counts.score, out);
            Counts.write(counts.customers.counters(), out);
            counts.predicted.write(out);
            counts.control.write(out);
            counts.untreated.write(out);
            Counts.write(counts.treated, out);
        }

        @Override
        public HealthCounts read(DataInput in, int writtenVersion) throws IOException {
            long[][] features = new long[in.readInt()][];
            for (int i = 0; i < features.length; i++) {
                features[i] = Counts.read(in);
            }
            return new HealthCounts(
                    features,
                    Counts.read(in),
                    new RepeatSketch(Counts.read(in)),
                    ScoreTally.read(in),
                    ScoreTally.read(in),
                    ScoreTally.read(in),
                    Counts.read(in));
        }
    }
}
