package io.heed.models.scoring;

import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;

/** Where a graph puts its scores. */
sealed interface ScoreOutput permits TensorOutput, MapsOutput {
    /** The name of the graph's output. */
    String name();

    /**
     * One probability for each row.
     *
     * @throws IllegalArgumentException where the output has not the class that the contract names
     */
    double[] probabilities(OnnxValue value) throws OrtException;
}
