"""The experts as one ONNX graph: message vector in, states and distress out."""

import numpy as np
import onnx
from experts import SMALLEST, Experts, Linear
from onnx import TensorProto, helper, numpy_helper
from states import DISTRESS, STATES
from vectors import LENGTH


def graph(experts: Experts, slope: float, offset: float) -> onnx.ModelProto:
    """Distress is the probability of the distressed states, calibrated by slope and offset on its log-odds."""
    constants, nodes = [], []

    def constant(name: str, values: np.ndarray) -> str:
        constants.append(numpy_helper.from_array(np.asarray(values, dtype=np.float32), name))
        return name

    def node(kind: str, inputs: list[str], output: str, **attributes) -> str:
        nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def linear(name: str, layer: Linear) -> str:
        weights = constant(f"{name}_weights", layer.weights)
        return node("Gemm", ["message", weights, constant(f"{name}_bias", layer.bias)], f"{name}_logits", transB=1)

    comments = node("Softmax", [linear("comments", experts.comments)], "comments", axis=1)
    smallest = constant("smallest", np.array([SMALLEST]))
    logs = node("Log", [node("Add", [comments, smallest], "comments_raised")], "comments_logs")
    # Centring the logs is linear, so it is folded into the weights they are heard with.
    centring = np.eye(len(STATES)) - 1 / len(STATES)
    heard = node("MatMul", [logs, constant("heard", (experts.heard @ centring).T)], "heard_logits")
    service = node("Softmax", [node("Add", [linear("service", experts.service), heard], "service_sum")], "service", axis=1)
    weight = node("Sigmoid", [linear("gate", experts.gate)], "weight")
    difference = node("Sub", [service, comments], "difference")
    states = node("Add", [comments, node("Mul", [weight, difference], "moved")], "states")

    distressed = np.array([[1.0 if state in DISTRESS else 0.0] for state in STATES])
    raw = node("MatMul", [states, constant("distressed", distressed)], "raw_distress")
    rest = node("Add", [node("MatMul", [states, constant("rest", 1 - distressed)], "raw_rest"), smallest], "raised_rest")
    odds = node("Div", [node("Add", [raw, smallest], "raised_distress"), rest], "odds")
    scaled = node("Mul", [node("Log", [odds], "log_odds"), constant("slope", np.array([slope]))], "scaled")
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


def log_odds(states: np.ndarray) -> np.ndarray:
    """What the graph calibrates, for fitting slope and offset."""
    distressed = np.array([state in DISTRESS for state in STATES])
    return np.log((states[:, distressed].sum(axis=1) + SMALLEST) / (states[:, ~distressed].sum(axis=1) + SMALLEST))
