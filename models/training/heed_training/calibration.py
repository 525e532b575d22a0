"""Turns log-odds into probabilities that happen as often as they say."""

from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from heed_training.folds import FIRST_SHARE

_OFFSETS_WITHIN = 20.0
_HALVINGS = 60


@dataclass(frozen=True)
class Calibration:
    """Platt's scaling of the log-odds: slope * logit + offset. A slope of 1 and an offset of 0 change nothing."""

    slope: float
    offset: float

    def probabilities(self, logits: np.ndarray) -> np.ndarray:
        """Calibrated probabilities of raw log-odds."""
        return 1 / (1 + np.exp(-(self.slope * logits + self.offset)))


def slope_within_folds(logits: list[np.ndarray], labels: list[np.ndarray]) -> float:
    """
    The slope of Platt's scaling, fitted on out-of-fold log-odds with an offset for each fold.

    The offsets are of no use later: a fold's model knows less history than the final one, and is off by another amount.
    Scores that rank backwards are left as they are.
    """
    fold_of_row = np.repeat(np.arange(len(logits)), [len(part) for part in logits])
    design = np.column_stack([np.concatenate(logits), fold_of_row[:, None] == np.arange(len(logits))])
    fitted = LogisticRegression(C=1e6, fit_intercept=False, max_iter=1_000).fit(design, np.concatenate(labels))
    slope = float(fitted.coef_[0, 0])
    return slope if slope > 0 else 1.0


def even_offset(scaled: np.ndarray, labels: np.ndarray) -> float:
    """The offset by which as much is predicted of these rows, on average, as happened."""
    low, high = -_OFFSETS_WITHIN, _OFFSETS_WITHIN
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        too_little = np.mean(Calibration(1.0, middle).probabilities(scaled)) < np.mean(labels)
        low, high = (middle, high) if too_little else (low, middle)
    return (low + high) / 2


def calibrated_folds(logits: list[np.ndarray], labels: list[np.ndarray]) -> np.ndarray:
    """Probabilities of all judged rows: one slope, and in each fold the offset that is even there."""
    slope = slope_within_folds(logits, labels)
    return np.concatenate(
        [
            Calibration(slope, even_offset(slope * part, happened)).probabilities(part)
            for part, happened in zip(logits, labels)
        ]
    )


def calibrated_loss(logits: list[np.ndarray], labels: list[np.ndarray]) -> float:
    """Log-loss of out-of-fold scores once they are calibrated: what a candidate is chosen by."""
    return float(log_loss(np.concatenate(labels), calibrated_folds(logits, labels)))


def calibrate(slope: float, logits: np.ndarray, labels: np.ndarray) -> Calibration:
    """
    The calibration of a final model from its log-odds of the rows it was fitted on, oldest first.

    The offset is even over the newest third: how often things happen drifts, and so do features that look far back while
    a recording is young.
    """
    newest = slice(int(len(labels) * (1 - FIRST_SHARE)), None)
    return Calibration(slope, even_offset(slope * logits[newest], labels[newest]))
