package io.heed.language.emotion;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import io.heed.models.scoring.OnnxEnvironment;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of a message's word pieces: the graph is a whole encoder with its heads, as transformers are exported. It
 * may read the {@link WrittenWords} too.
 *
 * <p>One message a run, since a quantised encoder's result depends on its batch and a score must not.
 */
record WordPieceInput(MessagePieces pieces, Set<String> inputs) implements MessageInput {
    private static final String PIECES = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String SEGMENTS = "token_type_ids";
    private static final String WORDS = "written_words";
    private static final Set<String> ALL = Set.of(PIECES, MASK, SEGMENTS, WORDS);

    /** All that such a graph may read, and the first it must. */
    static boolean fits(Set<String> inputs) {
        return inputs.contains(PIECES) && ALL.containsAll(inputs);
    }

    @Override
    public Map<String, OnnxTensor> tensors(String text) throws OrtException {
        long[] numbers = pieces.of(text);
        Map<String, OnnxTensor> tensors = new HashMap<>();
        for (String input : inputs) {
            tensors.put(input, tensor(input, text, numbers));
        }
        return tensors;
    }

    private static OnnxTensor tensor(String input, String text, long[] numbers) throws OrtException {
        return switch (input) {
            case PIECES -> row(numbers);
            case WORDS -> WrittenWordsInput.tensor(text);
            case MASK -> {
                long[] ones = new long[numbers.length];
                Arrays.fill(ones, 1);
                yield row(ones);
            }
            default -> row(new long[numbers.length]);
        };
    }

    private static OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(
                OnnxEnvironment.shared(), LongBuffer.wrap(values), new long[] {1, values.length});
    }
}
