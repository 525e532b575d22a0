"""Writes boosted trees and their calibration as one ONNX graph: float[N, features] -> probability float[N, 1]."""

import json

import numpy as np
import onnx
from onnx import TensorProto, helper
from sklearn.ensemble import HistGradientBoostingClassifier

from heed_training.boosting import Calibration

INPUT = "features"
OUTPUT = "probability"

# ONNX Runtime 1.28.0 reads newer ones too; older readers of the file are spared.
_IR_VERSION = 9
_OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]


def to_onnx(trees: HistGradientBoostingClassifier, calibration: Calibration, features: list[str]) -> onnx.ModelProto:
    """
    The graph of a fitted model.

    Platt's scaling is a line through the log-odds, so it is folded into the leaves and the base value: the graph holds
    the trees and one sigmoid.
    """
    nodes = [
        helper.make_node(
            "TreeEnsembleRegressor",
            [INPUT],
            ["logit"],
            domain="ai.onnx.ml",
            n_targets=1,
            aggregate_function="SUM",
            post_transform="NONE",
            **_tree_attributes(trees, calibration),
        ),
        helper.make_node("Sigmoid", ["logit"], [OUTPUT]),
    ]
    graph = helper.make_graph(
        nodes,
        "boosted_trees",
        [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, ["rows", len(features)])],
        [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, ["rows", 1])],
    )
    model = helper.make_model(graph, opset_imports=_OPSETS, ir_version=_IR_VERSION, producer_name="heed-training")
    helper.set_model_props(model, {"heed.features": json.dumps(features)})
    onnx.checker.check_model(model)
    return model


def _tree_attributes(trees: HistGradientBoostingClassifier, calibration: Calibration) -> dict:
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
            _append_node(attributes, tree_id, node_id, node, calibration.slope)
    base = calibration.slope * float(np.ravel(trees._baseline_prediction)[0]) + calibration.offset
    return {**attributes, "base_values": [base]}


def _append_node(attributes: dict[str, list], tree_id: int, node_id: int, node: np.void, slope: float) -> None:
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
        attributes["target_weights"].append(slope * float(node["value"]))


def float32_at_most(threshold: float) -> float:
    """The largest float32 that is not above a threshold: `x <= threshold` then holds for the same float32 values."""
    rounded = np.float32(threshold)
    if float(rounded) > threshold:
        rounded = np.nextafter(rounded, np.float32(-np.inf))
    return float(rounded)
