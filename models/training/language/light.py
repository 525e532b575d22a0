"""The light model: one linear step over signs of writing and hashed words, without an encoder."""

from dataclasses import dataclass

import numpy as np
import onnx
from calibration import SMALLEST
from messages import HASHED, LENGTH, SIGNS
from onnx import TensorProto, helper, numpy_helper
from scipy.sparse import csr_matrix, diags, vstack
from sklearn.linear_model import LogisticRegression
from states import DISTRESS, STATES

SCALE = np.concatenate([np.full(SIGNS, 1.0), np.full(HASHED, 4.0)])
STRENGTH = 0.3
WEIGHT_OF_A_COMMENT = 0.2


@dataclass(frozen=True)
class Linear:
    """Weights over the raw numbers of a message; the scaling of their parts is folded in."""

    weights: np.ndarray
    bias: np.ndarray

    def probabilities(self, vectors: csr_matrix) -> np.ndarray:
        """The states of messages."""
        logits = vectors @ self.weights.T + self.bias
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)


def fit(service: csr_matrix, service_states: np.ndarray, comments: csr_matrix, comment_states: np.ndarray) -> Linear:
    """Comments of another kind of writing teach the words of feelings, and weigh less."""
    weights = np.concatenate([np.ones(len(service_states)), np.full(len(comment_states), WEIGHT_OF_A_COMMENT)])
    model = LogisticRegression(C=STRENGTH, max_iter=300).fit(
        vstack([service, comments]).tocsr() @ diags(SCALE), np.concatenate([service_states, comment_states]), weights
    )
    return Linear(model.coef_ * SCALE, model.intercept_)


def graph(linear: Linear, slope: float, offset: float) -> onnx.ModelProto:
    """The numbers of a message in, states and calibrated distress out."""
    constants, nodes = [], []

    def constant(name: str, values: np.ndarray) -> str:
        constants.append(numpy_helper.from_array(np.asarray(values, dtype=np.float32), name))
        return name

    def node(kind: str, inputs: list[str], output: str, **attributes) -> str:
        nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    logits = node("Gemm", ["message", constant("weights", linear.weights), constant("bias", linear.bias)], "logits", transB=1)
    states = node("Softmax", [logits], "states", axis=1)
    distressed = np.array([[float(state in DISTRESS)] for state in STATES])
    smallest = constant("smallest", np.array([SMALLEST]))
    raised = [
        node("Add", [node("MatMul", [states, constant(name, column)], f"{name}_sum"), smallest], f"{name}_raised")
        for name, column in (("distressed", distressed), ("rest", 1 - distressed))
    ]
    odds = node("Log", [node("Div", raised, "odds")], "log_odds")
    scaled = node("Mul", [odds, constant("slope", np.array([slope]))], "scaled")
    node("Sigmoid", [node("Add", [scaled, constant("offset", np.array([offset]))], "calibrated")], "distress")

    model = helper.make_model(
        helper.make_graph(
            nodes,
            "emotional-state",
            [helper.make_tensor_value_info("message", TensorProto.FLOAT, ["messages", LENGTH])],
            [
                helper.make_tensor_value_info("states", TensorProto.FLOAT, ["messages", len(STATES)]),
                helper.make_tensor_value_info("distress", TensorProto.FLOAT, ["messages", 1]),
            ],
            constants,
        ),
        opset_imports=[helper.make_opsetid("", 17)],
        ir_version=9,
    )
    onnx.checker.check_model(model)
    return model
