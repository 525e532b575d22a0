package io.heed.models.scoring;

import io.heed.events.yaml.Problems;
import io.heed.models.repository.Baseline;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelDirectory;
import io.heed.models.repository.ModelFeature;
import io.heed.models.repository.ModelKind;
import io.heed.models.repository.ScoreKind;
import io.heed.models.repository.SelfTestExample;
import java.util.Map;

/** A version of a model that has passed its self-test and is warm. */
public final class ServedModel {
    private static final int WARM_UP_RUNS = 50;

    private final ModelDirectory directory;
    private final OnnxModel model;
    private final double[] baselineRow;
    private final double baselineScore;

    private ServedModel(ModelDirectory directory, OnnxModel model, double[] baselineRow) {
        this.directory = directory;
        this.model = model;
        this.baselineRow = baselineRow;
        this.baselineScore = model.score(baselineRow);
    }

    /**
     * Loads a version whose checksums and contract were read: graph against contract, self-test, warm-up.
     *
     * @throws io.heed.events.yaml.InvalidDefinitionsException where the graph fits neither its contract nor its examples
     * @throws ScoringFailedException where ONNX Runtime refuses the graph
     */
    static ServedModel load(ModelDirectory directory) {
        ModelContract contract = directory.contract();
        Baseline baseline = directory.baseline().orElse(null);
        if (contract.kind() != ModelKind.TABULAR || baseline == null) {
            throw new IllegalArgumentException(directory.contractFile() + ": kind is not tabular: " + contract.kind());
        }
        OnnxModel model = OnnxModel.open(directory.graph(), contract, directory.places());
        try {
            ServedModel served = new ServedModel(directory, model, row(contract, baseline.row()));
            served.testItself();
            served.warmUp();
            return served;
        } catch (RuntimeException refused) {
            model.close();
            throw refused;
        }
    }

    /** What the model reads and gives. */
    public ModelContract contract() {
        return directory.contract();
    }

    /** The version on disk. */
    public ModelDirectory directory() {
        return directory;
    }

    /** The hash of all that the version holds. */
    public String hash() {
        return directory.hash();
    }

    /** The probability of one row; see {@link OnnxModel#score}. */
    public double score(double[] row) {
        return model.score(row);
    }

    /** The score of the baseline row. */
    public double baselineScore() {
        return baselineScore;
    }

    /**
     * How much each feature moved the score away from the baseline row's score. Together the contributions are the
     * score less the baseline score.
     *
     * @param row the row, NaN where a feature is absent
     * @param score the row's score
     */
    public double[] contributions(double[] row, double score) {
        return Contributions.of(model, row, score, baselineRow, baselineScore);
    }

    void close() {
        model.close();
    }

    private void testItself() {
        Problems problems = new Problems();
        double tolerance = contract().selfTestTolerance();
        for (SelfTestExample example : directory.examples()) {
            double found = model.score(row(contract(), example.features()));
            if (!(Math.abs(found - example.score()) <= tolerance)) {
                problems.add(
                        example.place(),
                        "score is " + example.score() + ", but the graph gives " + found + " (tolerance " + tolerance
                                + "): " + guess(example.score(), found, tolerance));
            }
        }
        problems.throwIfAny();
    }

    /** Why an example may have failed. */
    private String guess(double expected, double found, double tolerance) {
        ScoreKind kind = contract().output().kind();
        if (kind == ScoreKind.PROBABILITY && Math.abs(sigmoid(found) - expected) <= tolerance) {
            return "the graph gives log-odds (legal: output: {kind: logit})";
        }
        if (kind == ScoreKind.LOGIT && Math.abs(found - sigmoid(expected)) <= tolerance) {
            return "the graph gives probabilities (legal: output: {kind: probability})";
        }
        return "the examples are not this graph's, or model.yaml names another order of features, output or class than"
                + " training";
    }

    private static double sigmoid(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }

    private void warmUp() {
        for (int run = 0; run < WARM_UP_RUNS; run++) {
            SelfTestExample example =
                    directory.examples().get(run % directory.examples().size());
            double[] row = row(contract(), example.features());
            contributions(row, score(row));
        }
    }

    private static double[] row(ModelContract contract, Map<String, Double> values) {
        return contract.features().stream()
                .map(ModelFeature::name)
                .mapToDouble(name -> values.getOrDefault(name, Double.NaN))
                .toArray();
    }
}
