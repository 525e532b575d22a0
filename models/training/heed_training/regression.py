"""A regularised logistic regression over transformed columns; how strongly is chosen on forward folds."""

from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from heed_training.calibration import calibrated_loss
from heed_training.columns import Columns
from heed_training.folds import Fold

STRENGTHS = (1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1, 1.0)
_ITERATIONS = 5_000
_WORSE_IN_A_ROW = 2


@dataclass(frozen=True)
class Regression:
    """Log-odds as weighted sums of the logarithms of values and of flags of what is absent."""

    columns: Columns
    log_weights: np.ndarray
    flag_weights: np.ndarray
    offset: float

    def logits(self, filled: np.ndarray) -> np.ndarray:
        """Log-odds of filled rows."""
        logs, flags = self.columns.logs(filled), self.columns.flags(filled)
        return logs @ self.log_weights + flags @ self.flag_weights + self.offset


@dataclass(frozen=True)
class RegressionTrial:
    """A strength with the out-of-fold log-odds it gave, fold by fold; the smaller, the stronger the regularisation."""

    strength: float
    logits: list[np.ndarray]


def choose(
    values: np.ndarray, filled: np.ndarray, absent: np.ndarray, labels: np.ndarray, folds: list[Fold]
) -> RegressionTrial:
    """
    The strength whose calibrated out-of-fold scores fit best.

    Tried from the strongest regularisation on, until two in a row are no better: the rest would only fit noise, slowly.
    """
    judged = [labels[judge] for _, judge in folds]
    best, best_loss, worse = None, np.inf, 0
    for strength in STRENGTHS:
        logits = [fit(values[on], filled[on], absent, labels[on], strength).logits(filled[judge]) for on, judge in folds]
        loss = calibrated_loss(logits, judged)
        if loss < best_loss:
            best, best_loss, worse = RegressionTrial(strength, logits), loss, 0
        else:
            worse += 1
        if worse == _WORSE_IN_A_ROW:
            break
    if best is None:
        raise ValueError("no regression gave a loss that is a number")
    return best


def fit(values: np.ndarray, filled: np.ndarray, absent: np.ndarray, labels: np.ndarray, strength: float) -> Regression:
    """
    Fits on rows with NaN where a feature is absent, and the same rows filled.

    An absent value counts as a typical one with a flag beside it, so that regularisation draws absence towards what is
    typical. What that makes of the low end of the range, which the filled value falls to, is set off in the flag's weight.
    """
    columns = Columns.of(values, absent)
    flags = columns.flags(filled)
    logs = np.where(flags == 1, columns.typical_log, columns.logs(filled))
    design = np.hstack([logs, flags])
    middle, spread = design.mean(axis=0), design.std(axis=0)
    spread[spread < 1e-12] = np.inf
    fitted = LogisticRegression(C=strength, max_iter=_ITERATIONS).fit((design - middle) / spread, labels)
    weights = fitted.coef_[0] / spread
    log_weights, flag_weights = np.split(weights, 2)
    low_end = columns.logs(columns.absent.reshape(1, -1))[0]
    return Regression(
        columns=columns,
        log_weights=log_weights,
        flag_weights=flag_weights + np.where(columns.flagged, log_weights * (columns.typical_log - low_end), 0.0),
        offset=float(fitted.intercept_[0] - weights @ middle),
    )
