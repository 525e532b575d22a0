package io.heed.models.scoring;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;

/** A map from class to probability for each row, as scikit-learn's and LightGBM's exporters write unless told not to. */
record MapsOutput(String name, String positive) implements ScoreOutput {
    @Override
    public double[] probabilities(OnnxValue value) throws OrtException {
        List<? extends OnnxValue> maps = ((OnnxSequence) value).getValue();
        try {
            double[] probabilities = new double[maps.size()];
            for (int row = 0; row < probabilities.length; row++) {
                probabilities[row] = probability(((OnnxMap) maps.get(row)).getValue());
            }
            return probabilities;
        } finally {
            // The sequence does not free what it hands out.
            maps.forEach(OnnxValue::close);
        }
    }

    private double probability(Map<?, ?> classes) {
        for (Map.Entry<?, ?> entry : classes.entrySet()) {
            if (entry.getKey().toString().equals(positive)) {
                return ((Number) entry.getValue()).doubleValue();
            }
        }
        throw new IllegalArgumentException("output.class is not one of the graph's classes "
                + classes.keySet().stream().map(Object::toString).sorted().toList() + ": " + positive);
    }
}
