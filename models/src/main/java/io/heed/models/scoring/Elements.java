package io.heed.models.scoring;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Set;

/** Writes numbers as the element type that a graph asks for. */
final class Elements {
    static final Set<OnnxJavaType> LEGAL =
            Set.of(OnnxJavaType.FLOAT, OnnxJavaType.DOUBLE, OnnxJavaType.INT64, OnnxJavaType.INT32);

    private Elements() {}

    static OnnxTensor tensor(OnnxJavaType type, double[] values, long[] shape) throws OrtException {
        OrtEnvironment environment = OnnxEnvironment.shared();
        return switch (type) {
            case FLOAT -> OnnxTensor.createTensor(environment, floats(values), shape);
            case DOUBLE -> OnnxTensor.createTensor(environment, DoubleBuffer.wrap(values), shape);
            case INT64 -> OnnxTensor.createTensor(environment, longs(values), shape);
            case INT32 -> OnnxTensor.createTensor(environment, integers(values), shape);
            default -> throw new IllegalArgumentException("type is not one of " + LEGAL + ": " + type);
        };
    }

    private static FloatBuffer floats(double[] values) {
        float[] narrow = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            narrow[i] = (float) values[i];
        }
        return FloatBuffer.wrap(narrow);
    }

    private static LongBuffer longs(double[] values) {
        long[] whole = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            whole[i] = Math.round(values[i]);
        }
        return LongBuffer.wrap(whole);
    }

    private static IntBuffer integers(double[] values) {
        int[] whole = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            whole[i] = (int) Math.round(values[i]);
        }
        return IntBuffer.wrap(whole);
    }
}
