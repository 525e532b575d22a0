"""Writes a blend and its calibration as one ONNX graph: float[N, features] -> probability float[N, 1]."""

import json

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from sklearn.ensemble import HistGradientBoostingClassifier

from heed_training.blending import Blend
from heed_training.regression import Regression

INPUT = "features"
OUTPUT = "probability"

# ONNX Runtime 1.28.0 reads newer ones too; older readers of the file are spared.
_IR_VERSION = 9
_OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]


def to_onnx(blend: Blend, features: list[str]) -> onnx.ModelProto:
    """
    The graph of a fitted model.

    Platt's scaling and the shares are lines through log-odds, so they are folded into leaves and weights: the graph holds
    the trees, the regression, their sum and one sigmoid. The regression is worked out in double, as it was fitted.
    """
    parts, slope = blend.parts, blend.calibration.slope
    nodes: list[onnx.NodeProto] = []
    constants: list[onnx.TensorProto] = []
    offset = blend.calibration.offset
    logits = []
    if parts.regression is not None:
        part_nodes, constants = _regression(parts.regression, slope * (1 - parts.share_of_trees), offset)
        nodes += part_nodes
        logits.append("regression_logit")
        offset = 0.0
    if parts.trees is not None:
        nodes.append(_trees(parts.trees, slope * parts.share_of_trees, offset))
        logits.append("trees_logit")
    nodes.append(helper.make_node("Sum", logits, ["logit"]))
    nodes.append(helper.make_node("Sigmoid", ["logit"], [OUTPUT]))
    graph = helper.make_graph(
        nodes,
        "blend",
        [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, ["rows", len(features)])],
        [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["rows", 1])],
        constants,
    )
    model = helper.make_model(graph, opset_imports=_OPSETS, ir_version=_IR_VERSION, producer_name="heed-training")
    helper.set_model_props(model, {"heed.features": json.dumps(features)})
    onnx.checker.check_model(model)
    return model


def _regression(
    part: Regression, scale: float, offset: float
) -> tuple[list[onnx.NodeProto], list[onnx.TensorProto]]:
    """The nodes and constants of `Regression.logits`, its weights scaled."""
    columns = part.columns
    constants = {
        "lowest": columns.lowest,
        "highest": columns.highest,
        "one": np.array(1.0),
        "log_weights": scale * part.log_weights.reshape(-1, 1),
        "flag_weights": scale * part.flag_weights.reshape(-1, 1),
        "offset": np.array(scale * part.offset + offset),
        "absent": columns.absent.astype(np.float32),
    }
    steps = [
        ("Cast", [INPUT], "values", {"to": TensorProto.DOUBLE}),
        ("Max", ["values", "lowest"], "not_too_low", {}),
        ("Min", ["not_too_low", "highest"], "within_range", {}),
        ("Abs", ["within_range"], "sizes", {}),
        ("Add", ["sizes", "one"], "sizes_above_one", {}),
        ("Log", ["sizes_above_one"], "logs_of_sizes", {}),
        ("Sign", ["within_range"], "signs", {}),
        ("Mul", ["signs", "logs_of_sizes"], "logs", {}),
        ("MatMul", ["logs", "log_weights"], "of_logs", {}),
        ("Equal", [INPUT, "absent"], "is_absent", {}),
        ("Cast", ["is_absent"], "flags", {"to": TensorProto.DOUBLE}),
        ("MatMul", ["flags", "flag_weights"], "of_flags", {}),
        ("Sum", ["of_logs", "of_flags", "offset"], "regression_double", {}),
        ("Cast", ["regression_double"], "regression_logit", {"to": TensorProto.FLOAT}),
    ]
    nodes = [helper.make_node(kind, inputs, [output], **settings) for kind, inputs, output, settings in steps]
    return nodes, [numpy_helper.from_array(value, name) for name, value in constants.items()]


def _trees(trees: HistGradientBoostingClassifier, scale: float, offset: float) -> onnx.NodeProto:
    attributes: dict[str, list] = {
        name: []
        for name in (
            "nodes_treeids nodes_nodeids nodes_featureids nodes_values nodes_modes nodes_truenodeids "
            "nodes_falsenodeids nodes_missing_value_tracks_true "
            "target_treeids target_nodeids target_ids target_weights"
        ).split()
    }
    # scikit-learn has no public way to the nodes; its ONNX converters read the same fields.
    for tree_id, (predictor,) in enumerate(trees._predictors):
        for node_id, node in enumerate(predictor.nodes):
            _append_node(attributes, tree_id, node_id, node, scale)
    base = scale * float(np.ravel(trees._baseline_prediction)[0]) + offset
    return helper.make_node(
        "TreeEnsembleRegressor",
        [INPUT],
        ["trees_logit"],
        domain="ai.onnx.ml",
        n_targets=1,
        aggregate_function="SUM",
        post_transform="NONE",
        base_values=[base],
        **attributes,
    )


def _append_node(attributes: dict[str, list], tree_id: int, node_id: int, node: np.void, scale: float) -> None:
    leaf = bool(node["is_leaf"])
    attributes["nodes_treeids"].append(tree_id)
    attributes["nodes_nodeids"].append(node_id)
    attributes["nodes_featureids"].append(0 if leaf else int(node["feature_idx"]))
    attributes["nodes_values"].append(0.0 if leaf else float32_at_most(float(node["num_threshold"])))
    attributes["nodes_modes"].append("LEAF" if leaf else "BRANCH_LEQ")
    attributes["nodes_truenodeids"].append(0 if leaf else int(node["left"]))
    attributes["nodes_falsenodeids"].append(0 if leaf else int(node["right"]))
    attributes["nodes_missing_value_tracks_true"].append(0 if leaf else int(node["missing_go_to_left"]))
    if leaf:
        attributes["target_treeids"].append(tree_id)
        attributes["target_nodeids"].append(node_id)
        attributes["target_ids"].append(0)
        attributes["target_weights"].append(scale * float(node["value"]))


def float32_at_most(threshold: float) -> float:
    """The largest float32 that is not above a threshold: `x <= threshold` then holds for the same float32 values."""
    rounded = np.float32(threshold)
    if float(rounded) > threshold:
        rounded = np.nextafter(rounded, np.float32(-np.inf))
    return float(rounded)
