"""Scores rows with a written model, by the runtime and the settings that the job uses."""

import numpy as np
import onnx
import onnxruntime

from heed_training.onnx_export import INPUT, OUTPUT


class OnnxScorer:
    """An ONNX model under ONNX Runtime, one thread."""

    def __init__(self, model: onnx.ModelProto) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            model.SerializeToString(), options, providers=["CPUExecutionProvider"]
        )

    def __call__(self, values: np.ndarray) -> np.ndarray:
        """Probabilities of filled rows."""
        (probabilities,) = self._session.run([OUTPUT], {INPUT: values.astype(np.float32)})
        return probabilities[:, 0].astype(np.float64)
