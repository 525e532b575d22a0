package io.heed.models.scoring;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import io.heed.events.yaml.Problems;
import io.heed.events.yaml.SourcePosition;
import io.heed.models.repository.ContractPlaces;
import io.heed.models.repository.ModelContract;
import io.heed.models.repository.ModelFeature;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A graph read by its contract: rows of features in, probabilities out. Any number of threads may score; closing waits
 * for none of them and breaks none of them.
 */
public final class OnnxModel implements AutoCloseable {
    private final OnnxSession session;
    private final List<ModelFeature> features;
    private final GraphInputs inputs;
    private final ScoreOutput output;

    private OnnxModel(OnnxSession session, List<ModelFeature> features, GraphInputs inputs, ScoreOutput output) {
        this.session = session;
        this.features = features;
        this.inputs = inputs;
        this.output = output;
    }

    /**
     * Loads a graph and holds the contract against it, with a run of the row in which all is absent.
     *
     * @param places where the contract's parts stand, for messages
     * @throws io.heed.events.yaml.InvalidDefinitionsException where the contract does not fit the graph
     * @throws ScoringFailedException where ONNX Runtime refuses the graph
     */
    public static OnnxModel open(Path graph, ModelContract contract, ContractPlaces places) {
        Problems problems = new Problems();
        OnnxSession session = OnnxSession.open(graph);
        try {
            GraphCheck check = new GraphCheck(contract, places, session, problems);
            GraphInputs inputs = check.inputs();
            ScoreOutput output = check.output();
            problems.throwIfAny();
            if (inputs == null || output == null) {
                throw new IllegalStateException(places.file() + ": neither fits nor was refused");
            }
            OnnxModel model = new OnnxModel(session, contract.features(), inputs, output);
            model.probe(places.of("output"), problems);
            problems.throwIfAny();
            return model;
        } catch (RuntimeException refused) {
            session.close();
            throw refused;
        }
    }

    /**
     * The probability of one row. It depends on nothing but the row: the row goes through the graph alone.
     *
     * @param row a value for each feature in the contract's order, NaN where it is absent
     * @return NaN where the graph itself gives NaN
     */
    public double score(double[] row) {
        return run(new double[][] {filled(row)})[0];
    }

    /**
     * The probabilities of several rows in as few calls as the graph allows. In the last bits a graph may give another
     * probability for a row in company than alone, so what is served comes from {@link #score}.
     */
    public double[] scores(double[][] rows) {
        double[][] filled = new double[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            filled[row] = filled(rows[row]);
        }
        return inputs.fixedRows() == 0 ? run(filled) : runInParts(filled);
    }

    /** The row as the graph gets it: the contract's value wherever a value is absent or not finite. */
    public double[] filled(double[] row) {
        if (row.length != features.size()) {
            throw new IllegalArgumentException(
                    "row has not one value for each of " + features.size() + " features: " + row.length);
        }
        double[] filled = new double[row.length];
        for (int i = 0; i < row.length; i++) {
            filled[i] = features.get(i).filled(row[i]);
        }
        return filled;
    }

    /** Lets no new score begin and frees the graph when those under way are done. */
    @Override
    public void close() {
        session.close();
    }

    private void probe(SourcePosition place, Problems problems) {
        double[] absent = new double[features.size()];
        Arrays.fill(absent, Double.NaN);
        try {
            double score = score(absent);
            // Rounding may carry a probability of 1 a little past it.
            if (score < -1e-6 || score > 1 + 1e-6) {
                problems.add(
                        place,
                        "output.kind is probability, but the graph gives " + score
                                + " for the row in which all is absent (legal: kind: logit)");
            }
        } catch (IllegalArgumentException misfit) {
            problems.add(place, String.valueOf(misfit.getMessage()));
        } catch (ScoringFailedException failed) {
            problems.add(place, "the graph does not run on a row of the contract: " + failed.getMessage());
        }
    }

    private double[] runInParts(double[][] rows) {
        int size = inputs.fixedRows();
        double[] scores = new double[rows.length];
        for (int begin = 0; begin < rows.length; begin += size) {
            int end = Math.min(rows.length, begin + size);
            System.arraycopy(run(Arrays.copyOfRange(rows, begin, end)), 0, scores, begin, end - begin);
        }
        return scores;
    }

    private double[] run(double[][] rows) {
        if (rows.length == 0) {
            return new double[0];
        }
        Map<String, OnnxTensor> tensors = tensors(padded(rows));
        try {
            return session.run(tensors, Set.of(output.name()), result -> output.probabilities(result.get(0)));
        } finally {
            tensors.values().forEach(OnnxValue::close);
        }
    }

    /** Rows repeated up to the number that the graph insists on. */
    private double[][] padded(double[][] rows) {
        int size = Math.max(rows.length, inputs.fixedRows());
        if (size == rows.length) {
            return rows;
        }
        double[][] padded = Arrays.copyOf(rows, size);
        Arrays.fill(padded, rows.length, size, rows[0]);
        return padded;
    }

    private Map<String, OnnxTensor> tensors(double[][] rows) {
        try {
            return inputs.tensors(rows);
        } catch (OrtException failed) {
            throw new ScoringFailedException("tensors cannot be made: " + failed.getMessage(), failed);
        }
    }
}
