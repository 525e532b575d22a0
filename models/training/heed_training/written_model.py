"""A model directory as it was written: scores a training set by the graph and the contract alone."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import yaml

from heed_training.absent_values import filled
from heed_training.evaluation import Figures, figures
from heed_training.scoring import OnnxScorer
from heed_training.training_set import TrainingSet


@dataclass(frozen=True)
class WrittenModel:
    """What model.yaml says, as far as scoring needs it, and the graph."""

    name: str
    version: int
    features: tuple[str, ...]
    definitions: tuple[str, ...]
    absent: np.ndarray
    threshold: float
    graph: onnx.ModelProto

    def evaluate(self, data: TrainingSet) -> Figures:
        """The figures of a training set's test part; its features must be those that the model was trained on."""
        chosen = data.with_features(self.features)
        changed = [
            feature.name
            for feature, definition in zip(chosen.features, self.definitions)
            if feature.definition != definition
        ]
        if changed:
            raise ValueError(f"features have changed since the model was trained: {changed} (train it again)")
        scores = OnnxScorer(self.graph)(filled(chosen.test.values, self.absent))
        return figures(scores, chosen.test.labels, self.threshold)


def read_written_model(folder: Path) -> WrittenModel:
    """Reads a directory that this package wrote."""
    contract = yaml.safe_load((folder / "model.yaml").read_text(encoding="utf-8"))
    features = contract["features"]
    return WrittenModel(
        name=contract["model"],
        version=contract["version"],
        features=tuple(feature["name"] for feature in features),
        definitions=tuple(feature["definition"] for feature in features),
        absent=np.array([float(feature["absent"]) for feature in features]),
        threshold=contract["threshold"],
        graph=onnx.load(folder / "model.onnx"),
    )
