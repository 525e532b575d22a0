"""How good a model is on rows it has never seen."""

from dataclasses import asdict, dataclass

import numpy as np
from sklearn.metrics import average_precision_score, roc_auc_score


@dataclass(frozen=True)
class Figures:
    """Quality of scores against labels; a figure that cannot be told (one label only) is NaN."""

    rows: int
    positive_share: float
    auc: float
    pr_auc: float
    brier: float
    calibration_error: float
    lift_at_10_percent: float
    precision_at_threshold: float
    recall_at_threshold: float

    def as_dict(self) -> dict[str, float | int | None]:
        """The figures by name, rounded for people to read; None where a figure cannot be told."""
        return {name: _readable(value) for name, value in asdict(self).items()}


@dataclass(frozen=True)
class CalibrationBin:
    """Rows of neighbouring scores: what was predicted on average and what happened."""

    rows: int
    predicted: float
    happened: float


def figures(scores: np.ndarray, labels: np.ndarray, threshold: float) -> Figures:
    """All figures of one set of rows."""
    both = len(np.unique(labels)) == 2
    above = scores >= threshold
    positives = labels.sum()
    return Figures(
        rows=len(labels),
        positive_share=_mean(labels),
        auc=float(roc_auc_score(labels, scores)) if both else float("nan"),
        pr_auc=float(average_precision_score(labels, scores)) if both else float("nan"),
        brier=_mean((scores - labels) ** 2),
        calibration_error=calibration_error(scores, labels),
        lift_at_10_percent=lift(scores, labels, 0.1),
        precision_at_threshold=_mean(labels[above]),
        recall_at_threshold=float(labels[above].sum() / positives) if positives else float("nan"),
    )


def calibration_bins(scores: np.ndarray, labels: np.ndarray, bins: int = 10) -> list[CalibrationBin]:
    """Bins of equally many rows, lowest scores first."""
    order = np.argsort(scores, kind="stable")
    return [
        CalibrationBin(len(part), _mean(scores[part]), _mean(labels[part]))
        for part in np.array_split(order, bins)
        if len(part)
    ]


def calibration_error(scores: np.ndarray, labels: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error: the mean distance between predicted and happened, weighted by rows."""
    parts = calibration_bins(scores, labels, bins)
    total = sum(part.rows for part in parts)
    return sum(part.rows * abs(part.predicted - part.happened) for part in parts) / total if total else float("nan")


def lift(scores: np.ndarray, labels: np.ndarray, share: float) -> float:
    """How many times more positives the highest share of the scores holds than a random share would."""
    count = max(1, round(len(scores) * share))
    highest = np.argsort(-scores, kind="stable")[:count]
    base = _mean(labels)
    return _mean(labels[highest]) / base if base else float("nan")


def _readable(value: float | int) -> float | int | None:
    if isinstance(value, int):
        return value
    return None if np.isnan(value) else round(value, 4)


def _mean(values: np.ndarray) -> float:
    return float(np.mean(values)) if len(values) else float("nan")
