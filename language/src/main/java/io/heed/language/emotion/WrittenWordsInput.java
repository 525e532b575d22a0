package io.heed.language.emotion;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.heed.models.scoring.OnnxEnvironment;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/** The {@link WrittenWords} of a message: no encoder, for a model that costs next to nothing. */
record WrittenWordsInput(String input) implements MessageInput {
    static boolean fits(Set<String> inputs) {
        return inputs.size() == 1;
    }

    @Override
    public Map<String, OnnxTensor> tensors(String text) throws OrtException {
        return Map.of(input, tensor(text));
    }

    static OnnxTensor tensor(String text) throws OrtException {
        FloatBuffer numbers = FloatBuffer.wrap(WrittenWords.of(text));
        return OnnxTensor.createTensor(OnnxEnvironment.shared(), numbers, new long[] {1, WrittenWords.LENGTH});
    }
}
