package io.heed.models.scoring;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.Map;

/** How rows of features enter a graph. */
sealed interface GraphInputs permits VectorInput, ColumnInputs {
    /** The rows of every call, or 0 where the graph takes any number. */
    int fixedRows();

    /** The tensors of some rows, by the name of the graph's input; the caller closes them. */
    Map<String, OnnxTensor> tensors(double[][] rows) throws OrtException;
}
