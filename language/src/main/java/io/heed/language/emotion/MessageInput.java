package io.heed.language.emotion;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.util.Map;

/** How a message enters a graph; the contract names it as {@code text.layout}. */
sealed interface MessageInput permits WordPieceInput, WrittenWordsInput {
    /** The tensors for one message, by the graph's names; the caller closes them. */
    Map<String, OnnxTensor> tensors(String text) throws OrtException;
}
