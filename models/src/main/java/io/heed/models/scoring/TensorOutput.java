package io.heed.models.scoring;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;

/**
 * A tensor of scores: [rows] or [rows, 1] with the positive class alone, or [rows, classes].
 *
 * @param column the class in [rows, classes]
 * @param logits whether the numbers are log-odds and still need squashing
 */
record TensorOutput(String name, int column, boolean logits) implements ScoreOutput {
    @Override
    public double[] probabilities(OnnxValue value) throws OrtException {
        OnnxTensor tensor = (OnnxTensor) value;
        long[] shape = tensor.getInfo().getShape();
        int rows = (int) shape[0];
        int classes = shape.length == 1 ? 1 : (int) shape[1];
        if (classes > 1 && column >= classes) {
            throw new IllegalArgumentException(
                    "output.class is not within 0.." + (classes - 1) + ", the graph's classes: " + column);
        }
        double[] numbers = numbers(tensor, rows * classes);
        double[] probabilities = new double[rows];
        for (int row = 0; row < rows; row++) {
            probabilities[row] = classes == 1 ? single(numbers[row]) : oneOf(numbers, row * classes, classes);
        }
        return probabilities;
    }

    private double single(double number) {
        return logits ? 1 / (1 + Math.exp(-number)) : number;
    }

    private double oneOf(double[] numbers, int begin, int classes) {
        double chosen = numbers[begin + column];
        if (!logits) {
            return chosen;
        }
        double sum = 0;
        for (int i = begin; i < begin + classes; i++) {
            sum += Math.exp(numbers[i] - chosen);
        }
        return 1 / sum;
    }

    private static double[] numbers(OnnxTensor tensor, int count) {
        double[] numbers = new double[count];
        if (tensor.getInfo().type == OnnxJavaType.DOUBLE) {
            tensor.getDoubleBuffer().get(numbers);
            return numbers;
        }
        FloatBuffer floats = tensor.getFloatBuffer();
        for (int i = 0; i < count; i++) {
            numbers[i] = floats.get(i);
        }
        return numbers;
    }
}
