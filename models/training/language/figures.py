"""The figures of a model card."""

from dataclasses import dataclass

import numpy as np
from calibration import is_distressed
from sklearn.metrics import confusion_matrix, f1_score, roc_auc_score
from states import STATES


@dataclass(frozen=True)
class ReasonFigures:
    """How well contact reasons are told."""

    messages: int
    macro_f1: float
    accuracy: float


@dataclass(frozen=True)
class Figures:
    """How well states and distress are told; ``confusion`` has a row for each true state."""

    messages: int
    macro_f1: float
    f1_of_states: dict[str, float]
    distress_auc: float
    distress_macro_f1: float
    calibration_error: float
    confusion: np.ndarray

    def summary(self) -> dict:
        """What is printed at the end of a training."""
        return {
            "messages": self.messages,
            "macroF1": self.macro_f1,
            "distressAuc": self.distress_auc,
            "distressMacroF1": self.distress_macro_f1,
            "calibrationError": self.calibration_error,
        }


def figures(states: np.ndarray, distress: np.ndarray, truth: np.ndarray, threshold: float) -> Figures:
    """States and distress held against the numbers of the true states."""
    chosen = states.argmax(axis=1)
    distressed = is_distressed(truth)
    every = range(len(STATES))
    of_states = f1_score(truth, chosen, average=None, labels=every, zero_division=0)
    return Figures(
        messages=len(truth),
        macro_f1=rounded(f1_score(truth, chosen, average="macro")),
        f1_of_states={state: rounded(value) for state, value in zip(STATES, of_states, strict=True)},
        distress_auc=rounded(roc_auc_score(distressed, distress)),
        distress_macro_f1=rounded(f1_score(distressed, distress >= threshold, average="macro")),
        calibration_error=rounded(calibration_error(distress, distressed)),
        confusion=confusion_matrix(truth, chosen, labels=every),
    )


def reason_figures(reasons: np.ndarray, truth: np.ndarray) -> ReasonFigures:
    """Reasons held against the numbers of the true ones."""
    chosen = reasons.argmax(axis=1)
    return ReasonFigures(
        len(truth), rounded(f1_score(truth, chosen, average="macro")), rounded((chosen == truth).mean())
    )


def calibration_error(probability: np.ndarray, truth: np.ndarray, bins: int = 10) -> float:
    """The mean distance of probability and share over bins of equal size."""
    order = np.argsort(probability, kind="stable")
    parts = np.array_split(order, bins)
    return sum(len(part) * abs(probability[part].mean() - truth[part].mean()) for part in parts if len(part)) / len(truth)


def best_threshold(distress: np.ndarray, truth: np.ndarray) -> float:
    """Where telling the distressed from the rest works best, on messages the model had not seen."""
    distressed = is_distressed(truth)
    candidates = np.arange(20, 80) / 100
    scores = [f1_score(distressed, distress >= candidate, average="macro") for candidate in candidates]
    return rounded(candidates[int(np.argmax(scores))])


def rounded(value: float) -> float:
    """As figures stand in cards."""
    return round(float(value), 3)
