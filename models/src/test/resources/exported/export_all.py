"""
Writes one small model for each shape that the usual exporters give, with the scores expected from it.

Made with:  pip install skl2onnx==1.20.0 onnxmltools==1.16.0 lightgbm==4.7.0 xgboost-cpu==3.2.0 pandas
Run here:   python export_all.py

Every model is learned from the same rows of three features. `<name>.csv` holds rows and the score that the library
itself (not ONNX Runtime) gives; the hand-made graphs stand for what PyTorch writes.
"""

import os
import warnings

import lightgbm
import numpy as np
import onnx
import onnxmltools
import xgboost
from onnx import TensorProto, external_data_helper, helper, numpy_helper
from onnxmltools.convert.common.data_types import FloatTensorType as ToolsFloat
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType, Int64TensorType
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

warnings.filterwarnings("ignore")
random = np.random.default_rng(11)
X = np.round(random.normal(size=(400, 3)), 3).astype(np.float32)
X[:, 2] = np.round(X[:, 2] * 3)
y = (random.random(400) < 1 / (1 + np.exp(-(X[:, 0] - 0.5 * X[:, 1] + 0.2 * X[:, 2])))).astype(int)
ROWS = X[:12]
OPSETS = {"": 17, "ai.onnx.ml": 3}


def save(name: str, model, scores) -> None:
    for opset in list(model.opset_import):
        if opset.domain not in ("", "ai.onnx.ml"):
            model.opset_import.remove(opset)
    with open(f"{name}.onnx", "wb") as file:
        file.write(model.SerializeToString())
    lines = [",".join(repr(float(v)) for v in (*row, score)) for row, score in zip(ROWS, scores)]
    with open(f"{name}.csv", "w") as file:
        file.write("\n".join(lines) + "\n")


def graph(name: str, nodes, weights, outputs, rows="rows", element=TensorProto.FLOAT) -> object:
    made = helper.make_graph(
        nodes,
        name,
        [helper.make_tensor_value_info("input", element, [rows, 3])],
        outputs,
        [numpy_helper.from_array(value, key) for key, value in weights.items()],
    )
    return helper.make_model(made, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


linear = LogisticRegression().fit(X, y)
p_linear = linear.predict_proba(ROWS)[:, 1]
save("sklearn-zipmap", to_onnx(linear, X[:1], target_opset=OPSETS), p_linear)
save("sklearn-matrix", to_onnx(linear, X[:1], options={"zipmap": False}, target_opset=OPSETS), p_linear)

named = LogisticRegression().fit(X, np.where(y == 1, "contact", "quiet"))
save("sklearn-zipmap-text-classes", to_onnx(named, X[:1], target_opset=OPSETS), named.predict_proba(ROWS)[:, 0])

columns = [("contacts", FloatTensorType([None, 1])), ("ratio", FloatTensorType([None, 1])), ("visits", Int64TensorType([None, 1]))]
from sklearn.compose import ColumnTransformer  # noqa: E402
from sklearn.pipeline import make_pipeline  # noqa: E402

import pandas  # noqa: E402

frame = pandas.DataFrame({"contacts": X[:, 0], "ratio": X[:, 1], "visits": X[:, 2].astype(np.int64)})
pipeline = make_pipeline(
    ColumnTransformer([("all", "passthrough", ["contacts", "ratio", "visits"])]), LogisticRegression()
).fit(frame, y)
save(
    "sklearn-columns",
    to_onnx(pipeline, initial_types=columns, options={"zipmap": False}, target_opset=OPSETS),
    pipeline.predict_proba(frame[:12])[:, 1],
)

trees = GradientBoostingClassifier(n_estimators=20, max_depth=3).fit(X, y)
save("sklearn-trees", to_onnx(trees, X[:1], options={"zipmap": False}, target_opset=OPSETS), trees.predict_proba(ROWS)[:, 1])

light = lightgbm.LGBMClassifier(n_estimators=20, num_leaves=7, verbose=-1).fit(X, y)
typed = [("input", ToolsFloat([None, 3]))]
p_light = light.predict_proba(ROWS)[:, 1]
save("lightgbm-zipmap", onnxmltools.convert_lightgbm(light, initial_types=typed, target_opset=15), p_light)
save("lightgbm-matrix", onnxmltools.convert_lightgbm(light, initial_types=typed, target_opset=15, zipmap=False), p_light)

boost = xgboost.XGBClassifier(n_estimators=20, max_depth=3).fit(X, y)
save("xgboost", onnxmltools.convert_xgboost(boost, initial_types=typed, target_opset=15), boost.predict_proba(ROWS)[:, 1])

w = linear.coef_.astype(np.float32)
b = linear.intercept_.astype(np.float32)
gemm = helper.make_node("Gemm", ["input", "w", "b"], ["logit"], transB=1)
column = [helper.make_tensor_value_info("logit", TensorProto.FLOAT, ["rows", 1])]
save("torch-logit-column", graph("logit", [gemm], {"w": w, "b": b}, column), p_linear)

flat = [gemm, helper.make_node("Squeeze", ["logit", "axis"], ["squeezed"]), helper.make_node("Sigmoid", ["squeezed"], ["probability"])]
save(
    "torch-probability-flat",
    graph("flat", flat, {"w": w, "b": b, "axis": np.array([1])}, [helper.make_tensor_value_info("probability", TensorProto.FLOAT, ["rows"])]),
    p_linear,
)

two = {"w": np.vstack([np.zeros_like(w), w]), "b": np.array([0, b[0]], dtype=np.float32)}
logits = [helper.make_tensor_value_info("logit", TensorProto.FLOAT, ["rows", 2])]
save("torch-two-logits", graph("two", [gemm], two, logits), p_linear)

fixed = [helper.make_tensor_value_info("logit", TensorProto.FLOAT, [1, 1])]
save("torch-fixed-batch", graph("fixed", [gemm], {"w": w, "b": b}, fixed, rows=1), p_linear)

four = [helper.make_tensor_value_info("logit", TensorProto.FLOAT, [4, 1])]
save("torch-fixed-batch-of-four", graph("four", [gemm], {"w": w, "b": b}, four, rows=4), p_linear)

doubled = [helper.make_tensor_value_info("logit", TensorProto.DOUBLE, ["rows", 1])]
save(
    "torch-double",
    graph("double", [gemm], {"w": linear.coef_.astype(np.float64), "b": linear.intercept_.astype(np.float64)}, doubled, element=TensorProto.DOUBLE),
    p_linear,
)

# Weights in a file beside the graph, as MLflow and PyTorch write larger models.
external = graph("external", [gemm], {"w": w, "b": b}, column)
save("torch-external-data", external, p_linear)
external_data_helper.convert_model_to_external_data(external, location="model.onnx.data", size_threshold=0)
onnx.save_model(external, "model.onnx")
os.replace("model.onnx", "torch-external-data.onnx")
os.replace("model.onnx.data", "torch-external-data.onnx.data")
