package io.heed.models.scoring;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.Map;

/** All features of a row side by side in one tensor [rows, features]. */
record VectorInput(String name, OnnxJavaType type, int fixedRows) implements GraphInputs {
    @Override
    public Map<String, OnnxTensor> tensors(double[][] rows) throws OrtException {
        int width = rows[0].length;
        double[] flat = new double[rows.length * width];
        for (int row = 0; row < rows.length; row++) {
            System.arraycopy(rows[row], 0, flat, row * width, width);
        }
        return Map.of(name, Elements.tensor(type, flat, new long[] {rows.length, width}));
    }
}
