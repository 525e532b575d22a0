package io.heed.models.scoring;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One tensor for each feature, [rows, 1] or [rows], in the order of the contract. */
record ColumnInputs(List<Column> columns, int fixedRows) implements GraphInputs {
    /** An input that takes one feature; `flat` where its shape is [rows]. */
    record Column(String name, OnnxJavaType type, boolean flat) {}

    @Override
    public Map<String, OnnxTensor> tensors(double[][] rows) throws OrtException {
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            for (int feature = 0; feature < columns.size(); feature++) {
                Column column = columns.get(feature);
                tensors.put(column.name(), Elements.tensor(column.type(), values(rows, feature), shape(column, rows)));
            }
            return tensors;
        } catch (OrtException failed) {
            tensors.values().forEach(OnnxTensor::close);
            throw failed;
        }
    }

    private static double[] values(double[][] rows, int feature) {
        double[] values = new double[rows.length];
        for (int row = 0; row < rows.length; row++) {
            values[row] = rows[row][feature];
        }
        return values;
    }

    private static long[] shape(Column column, double[][] rows) {
        return column.flat() ? new long[] {rows.length} : new long[] {rows.length, 1};
    }
}
