"""The blocks of GUIDE.md, run as a reader would."""

import json
import re
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

GUIDE = Path(__file__).parent.parent / "GUIDE.md"


def _blocks(section: str) -> list[str]:
    text = GUIDE.read_text(encoding="utf-8").split(f"## {section}\n")[1].split("\n## ")[0]
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize(
    ("section", "libraries"),
    [
        ("scikit-learn", ["skl2onnx"]),
        ("LightGBM", ["lightgbm", "onnxmltools"]),
        ("XGBoost", ["xgboost", "onnxmltools"]),
        ("PyTorch", ["torch", "onnxscript"]),
    ],
)
def test_a_block_writes_a_graph_that_ranks(
    section: str, libraries: list[str], training_set: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for library in libraries:
        pytest.importorskip(library, reason=f"{library} is not installed (requirements-guide.txt)")
    copy = shutil.copytree(training_set, tmp_path / "training-set")
    manifest = json.loads((copy / "manifest.json").read_text())
    (copy / "manifest.json").write_text(json.dumps(manifest | {"horizon": "24h"}))
    monkeypatch.chdir(tmp_path)
    names: dict = {}
    for block in [*_blocks("Read the rows"), *_blocks(section)]:
        exec(compile(block, str(GUIDE), "exec"), names)

    session = onnxruntime.InferenceSession(str(tmp_path / "model.onnx"))
    rows = names["filled"][names["test"]]
    scores = session.run(None, {session.get_inputs()[0].name: rows})[-1]
    positive = scores[:, -1]
    labels = names["labels"][names["test"]]
    assert ((positive >= 0) & (positive <= 1)).all()
    assert positive[labels == 1].mean() > positive[labels == 0].mean() + 0.05
    if hasattr(names.get("model"), "predict_proba"):
        np.testing.assert_allclose(positive, names["model"].predict_proba(rows)[:, 1], atol=1e-4)
