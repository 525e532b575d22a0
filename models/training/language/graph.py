"""A fine-tuned reader and the light model beside it as one quantised ONNX graph.

Word pieces and written words in; states, distress and meaning out.
"""

import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as functional
from calibration import SMALLEST
from encoder import Reader
from light import Linear
from messages import LENGTH
from onnxruntime import InferenceSession, SessionOptions
from onnxruntime.quantization import QuantType, quantize_dynamic
from scipy.sparse import csr_matrix
from states import DISTRESS, STATES
from torch import nn

INPUTS = ["input_ids", "attention_mask", "written_words"]
OUTPUTS = ["states", "distress", "meaning"]
SHARE_OF_LIGHT = 0.3


class Served(nn.Module):
    """What is served: the states of both models, mixed; calibrated distress; the meaning scaled to length 1."""

    def __init__(self, reader: Reader, light: Linear, slope: float, offset: float):
        super().__init__()
        self.reader, self.slope, self.offset = reader, slope, offset
        self.light = nn.Linear(LENGTH, len(STATES))
        self.light.weight.data = torch.tensor(light.weights, dtype=torch.float32)
        self.light.bias.data = torch.tensor(light.bias, dtype=torch.float32)
        self.distressed = torch.tensor([[float(state in DISTRESS)] for state in STATES])

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, written_words: torch.Tensor) -> tuple:
        meaning = self.reader.encoder(input_ids, attention_mask)
        states = mixed(self.reader.states(meaning).softmax(-1), self.light(written_words).softmax(-1))
        odds = (states @ self.distressed + SMALLEST) / (states @ (1 - self.distressed) + SMALLEST)
        return states, torch.sigmoid(self.slope * odds.log() + self.offset), functional.normalize(meaning, dim=-1)


def mixed(encoder: torch.Tensor | np.ndarray, light: torch.Tensor | np.ndarray) -> torch.Tensor | np.ndarray:
    """The encoder knows more, the light model errs elsewhere: together they are better than either."""
    return (1 - SHARE_OF_LIGHT) * encoder + SHARE_OF_LIGHT * light


def graph(reader: Reader, light: Linear, slope: float, offset: float) -> onnx.ModelProto:
    """Exported, and the encoder's weights quantised to eight bits."""
    with tempfile.TemporaryDirectory() as folder:
        exported, quantised = Path(folder) / "exported.onnx", Path(folder) / "quantised.onnx"
        pieces = torch.ones(1, 8, dtype=torch.long)
        dynamic = {0: "messages", 1: "pieces"}
        torch.onnx.export(
            Served(reader, light, slope, offset).eval(), (pieces, pieces, torch.ones(1, LENGTH)), str(exported),
            dynamo=False, opset_version=17, input_names=INPUTS, output_names=OUTPUTS,
            dynamic_axes=dict.fromkeys(INPUTS[:2], dynamic) | dict.fromkeys([INPUTS[2], *OUTPUTS], {0: "messages"}),
        )  # fmt: skip
        small = [node.name for node in onnx.load(exported).graph.node if node.name.startswith("/light")]
        quantize_dynamic(exported, quantised, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=small)
        model = onnx.load(quantised)
    model.graph.name = "emotional-state"
    return model


class Scorer:
    """A graph as ONNX Runtime runs it, one message a call, as it is served."""

    def __init__(self, model: onnx.ModelProto):
        options = SessionOptions()
        options.intra_op_num_threads = 1
        self.session = InferenceSession(model.SerializeToString(), options, ["CPUExecutionProvider"])

    def __call__(self, inputs: list[dict[str, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
        scored = [self.session.run(OUTPUTS[:2], message) for message in inputs]
        return np.array([states[0] for states, _ in scored]), np.array([distress[0, 0] for _, distress in scored])


def inputs(pieces: list[list[int]], words: csr_matrix) -> list[dict[str, np.ndarray]]:
    """What the graph reads of messages, one by one."""
    return [
        dict(zip(INPUTS, (np.array([row]), np.ones((1, len(row)), dtype=np.int64), vector), strict=True))
        for row, vector in zip(pieces, dense(words), strict=True)
    ]


def dense(words: csr_matrix) -> list[np.ndarray]:
    """The written words of each message as a row of its own."""
    return [words[row].toarray().astype(np.float32) for row in range(words.shape[0])]
