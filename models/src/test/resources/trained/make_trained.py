"""
Trains a small model with models/training and writes what its Python code says about it.

Run in models/training, with its requirements:  python ../src/test/resources/trained/make_trained.py
"""

import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import yaml

HERE = Path(__file__).parent
sys.path[:0] = [str(Path.cwd()), str(Path.cwd() / "tests")]

import conftest  # noqa: E402
from heed_training.__main__ import main  # noqa: E402
from heed_training.contributions import contributions  # noqa: E402
from heed_training.scoring import OnnxScorer  # noqa: E402


class TemporaryFolders:
    """Stands for pytest's folders, so that the tests' training set is made without pytest."""

    def mktemp(self, name: str) -> Path:
        folder = Path("/tmp/heed-trained") / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


training_set = conftest.training_set.__wrapped__(TemporaryFolders())
target = conftest.target_file.__wrapped__(TemporaryFolders())
out = HERE / "repeat-contact" / "1"
assert main(["train", "--training-set", str(training_set), "--target", str(target), "--out", str(out), "--replace"]) == 0

contract = yaml.safe_load((out / "model.yaml").read_text())
absent = {feature["name"]: feature["absent"] for feature in contract["features"]}
score = OnnxScorer(onnx.load(out / "model.onnx"))


def row(values: dict) -> np.ndarray:
    return np.array([absent[name] if values[name] is None else values[name] for name in absent], dtype=np.float32)


baseline = row(json.loads((out / "baseline.json").read_text())["row"])
with open(HERE / "contributions.jsonl", "w") as file:
    for line in (out / "examples.jsonl").read_text().splitlines():
        values = json.loads(line)["features"]
        parts = contributions(score, row(values), baseline)
        file.write(json.dumps({"features": values, "contributions": dict(zip(absent, map(float, parts)))}) + "\n")
