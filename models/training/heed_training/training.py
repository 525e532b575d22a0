"""From a training set to a model directory."""

from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import numpy as np
import onnx
import sklearn

from heed_training import blending
from heed_training.absent_values import absent_values, filled
from heed_training.baseline import baseline, baseline_row
from heed_training.blending import Blend
from heed_training.calibration_plot import calibration_plot
from heed_training.contributions import contributions
from heed_training.evaluation import Figures, calibration_bins, figures
from heed_training.model_card import model_card
from heed_training.model_directory import refuse_existing, write_model_directory
from heed_training.onnx_export import INPUT, OUTPUT, to_onnx
from heed_training.scoring import OnnxScorer
from heed_training.targets import Target
from heed_training.training_set import Feature, Rows, TrainingSet

SELF_TEST_TOLERANCE = 1e-5
_SELF_TEST_ROWS = 20
_IMPORTANCE_ROWS = 200


@dataclass(frozen=True)
class Trained:
    """A fitted model, the graph that the job will run and how it did on the test part."""

    blend: Blend
    graph: onnx.ModelProto
    absent: np.ndarray
    threshold: float
    explain_from: float
    test_scores: np.ndarray
    test_figures: Figures
    importance: np.ndarray


def train(
    data: TrainingSet, target: Target, alert_share: float, seed: int, explain_from: float | None = None
) -> Trained:
    """
    Fits on the training part, exports, and scores the test part once, with the exported graph.

    Predictions carry reasons from the threshold on, or from an earlier score.
    """
    absent = absent_values(data.train.values)
    values = filled(data.train.values, absent)
    blend = blending.fit(data.train, values, absent, target.horizon_millis, seed)
    graph = to_onnx(blend, [feature.name for feature in data.features])
    score = OnnxScorer(graph)
    _check_export(score(values), blend.probabilities(values))

    threshold = round(float(np.quantile(blend.out_of_fold, 1 - alert_share)), 4)
    if explain_from is not None and not 0 <= explain_from <= threshold:
        raise ValueError(
            f"--explain-from is not between 0 and the threshold {threshold}, from which on care acts: {explain_from} "
            "(legal: 0)"
        )
    test_scores = score(filled(data.test.values, absent))
    return Trained(
        blend=blend,
        graph=graph,
        absent=absent,
        threshold=threshold,
        explain_from=threshold if explain_from is None else explain_from,
        test_scores=test_scores,
        test_figures=figures(test_scores, data.test.labels, threshold),
        importance=_importance(score, values, filled(baseline_row(data.train.values), absent), seed),
    )


def write(trained: Trained, data: TrainingSet, target: Target, folder: Path, replace: bool) -> str:
    """Writes the model directory; gives the hash of its content."""
    if not replace:
        refuse_existing(folder)
    scores = OnnxScorer(trained.graph)(filled(data.train.values, trained.absent))
    return write_model_directory(
        folder,
        model=trained.graph,
        contract=_contract(trained, data, target, folder),
        baseline=baseline(data.features, data.train.values, data.train.customers, trained.blend.out_of_fold),
        examples=_examples(data.features, data.train, scores),
        card=model_card(trained, data, target, folder),
        calibration_plot=calibration_plot(
            calibration_bins(trained.test_scores, data.test.labels), f"Calibration of {folder.parent.name} {folder.name}"
        ),
    )


def _check_export(exported: np.ndarray, fitted: np.ndarray) -> None:
    worst = float(np.max(np.abs(exported - fitted)))
    if worst > SELF_TEST_TOLERANCE:
        raise RuntimeError(f"exported model differs from the fitted one by {worst:g}: not written")


def _importance(score: OnnxScorer, values: np.ndarray, zero: np.ndarray, seed: int) -> np.ndarray:
    """Mean absolute contribution of each feature over a sample of training rows."""
    chosen = np.random.default_rng(seed).permutation(len(values))[:_IMPORTANCE_ROWS]
    return np.mean([np.abs(contributions(score, row, zero)) for row in values[chosen]], axis=0)


def _contract(trained: Trained, data: TrainingSet, target: Target, folder: Path) -> dict:
    blend = trained.blend
    return {
        "model": folder.parent.name,
        "version": int(folder.name),
        "kind": "tabular",
        "description": target.description,
        "target": target.name,
        "inputs": {"kind": "vector", "name": INPUT},
        "features": [
            {"name": feature.name, "definition": feature.definition, "unit": feature.unit, "absent": float(value)}
            for feature, value in zip(data.features, trained.absent)
        ],
        "output": {"name": OUTPUT, "kind": "probability"},
        "threshold": trained.threshold,
        "explain-from": trained.explain_from,
        "self-test": {"tolerance": SELF_TEST_TOLERANCE},
        "calibration": (
            f"Platt scaling inside the graph: slope {blend.calibration.slope:.3f} from {len(blend.out_of_fold)} out-of-fold "
            f"scores, offset {blend.calibration.offset:.3f} from the newest third of the rows"
        ),
        "training": {
            "recording": data.recording,
            "from": instant(data.train.times[0]),
            "until": instant(data.train.times[-1]),
            "rows": len(data.train),
            "positives": int(data.train.labels.sum()),
            "library": f"scikit-learn {sklearn.__version__}",
            "metrics": trained.test_figures.as_dict(),
        },
    }


def _examples(features: tuple[Feature, ...], rows: Rows, scores: np.ndarray) -> list[dict]:
    """Training rows spread from the lowest to the highest score, absent features as null."""
    spread = np.linspace(0, len(scores) - 1, min(_SELF_TEST_ROWS, len(scores))).astype(int)
    chosen = np.argsort(scores, kind="stable")[spread]
    return [
        {
            "features": {
                feature.name: None if np.isnan(value) else float(value)
                for feature, value in zip(features, rows.values[position])
            },
            "score": float(scores[position]),
        }
        for position in chosen
    ]


def instant(millis: int) -> str:
    """A time as ISO-8601 in UTC."""
    return datetime.fromtimestamp(int(millis) / 1000, timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
