"""Boosted trees whose size, shape and calibration are chosen inside the training part alone."""

from dataclasses import dataclass
from itertools import islice, product

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from threadpoolctl import threadpool_limits

from heed_training.folds import forward_folds

LEARNING_RATE = 0.06
MAX_TREES = 400
PATIENCE = 25
LEAVES = (6, 12, 24)
ROWS_PER_LEAF = (20, 80)
_ROWS_WORTH_THREADS = 50_000


@dataclass(frozen=True)
class Shape:
    """How large a tree may grow."""

    leaves: int
    rows_per_leaf: int


@dataclass(frozen=True)
class Calibration:
    """Platt's scaling of the log-odds: slope * logit + offset. A slope of 1 and an offset of 0 change nothing."""

    slope: float
    offset: float

    def probabilities(self, logits: np.ndarray) -> np.ndarray:
        """Calibrated probabilities of raw log-odds."""
        return 1 / (1 + np.exp(-(self.slope * logits + self.offset)))


@dataclass(frozen=True)
class Boosted:
    """A fitted model with what was chosen for it and the out-of-fold scores it was chosen by."""

    trees: HistGradientBoostingClassifier
    shape: Shape
    calibration: Calibration
    out_of_fold: np.ndarray
    out_of_fold_labels: np.ndarray

    def probabilities(self, values: np.ndarray) -> np.ndarray:
        """Calibrated probabilities of filled rows."""
        return self.calibration.probabilities(self.trees.decision_function(values))


@dataclass(frozen=True)
class _Trial:
    shape: Shape
    trees: int
    loss: float
    logits: np.ndarray
    labels: np.ndarray


def fit(values: np.ndarray, labels: np.ndarray, times: np.ndarray, horizon_millis: int, seed: int) -> Boosted:
    """Chooses shape and number of trees on forward folds, calibrates on their scores, then fits on all rows."""
    # On few rows threads wait for each other longer than they work.
    with threadpool_limits(limits=1 if len(values) < _ROWS_WORTH_THREADS else None, user_api="openmp"):
        return _fit(values, labels, times, horizon_millis, seed)


def _fit(values: np.ndarray, labels: np.ndarray, times: np.ndarray, horizon_millis: int, seed: int) -> Boosted:
    if len(np.unique(labels)) < 2:
        raise ValueError("label has one value only: there is nothing to learn (export a longer period)")
    folds = list(forward_folds(times, horizon_millis))
    usable = [(fit_on, judge_on) for fit_on, judge_on in folds if len(np.unique(labels[fit_on])) == 2]
    if not usable:
        raise ValueError("no fold holds both labels before its cut (export a longer period)")
    shapes = [Shape(leaves, rows) for leaves, rows in product(LEAVES, ROWS_PER_LEAF)]
    best = min((_try(shape, values, labels, usable, seed) for shape in shapes), key=lambda trial: trial.loss)
    trees = _classifier(best.shape, best.trees, seed).fit(values, labels)
    return Boosted(trees, best.shape, calibrate(best.logits, best.labels), best.logits, best.labels)


def calibrate(logits: np.ndarray, labels: np.ndarray) -> Calibration:
    """Platt's scaling fitted on out-of-fold scores; scores that rank backwards are left as they are."""
    fitted = LogisticRegression(C=1e6).fit(logits.reshape(-1, 1), labels)
    slope, offset = float(fitted.coef_[0, 0]), float(fitted.intercept_[0])
    return Calibration(slope, offset) if slope > 0 else Calibration(1.0, 0.0)


def _try(shape: Shape, values: np.ndarray, labels: np.ndarray, folds: list, seed: int) -> _Trial:
    """Fits every fold up to its limit, then cuts all of them at the one number of trees that is best over all."""
    models = [_early_stopped(shape, values, labels, fit_on, judge_on, seed) for fit_on, judge_on in folds]
    judged = [judge_on for _, judge_on in folds]
    staged = [_staged_losses(model, values[on], labels[on]) for model, on in zip(models, judged)]
    longest = max(len(losses) for losses in staged)
    total = sum(np.pad(losses, (0, longest - len(losses)), mode="edge") for losses in staged)
    trees = int(np.argmin(total)) + 1
    logits = np.concatenate([_logits_of(model, trees, values[on]) for model, on in zip(models, judged)])
    return _Trial(shape, trees, float(total[trees - 1]), logits, np.concatenate([labels[on] for on in judged]))


def _early_stopped(
    shape: Shape, values: np.ndarray, labels: np.ndarray, fit_on: np.ndarray, judge_on: np.ndarray, seed: int
) -> HistGradientBoostingClassifier:
    model = _classifier(shape, MAX_TREES, seed)
    model.set_params(early_stopping=True, n_iter_no_change=PATIENCE, scoring="loss")
    return model.fit(values[fit_on], labels[fit_on], X_val=values[judge_on], y_val=labels[judge_on])


def _staged_losses(model: HistGradientBoostingClassifier, values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return np.array([_summed_log_loss(stage.ravel(), labels) for stage in model.staged_decision_function(values)])


def _logits_of(model: HistGradientBoostingClassifier, trees: int, values: np.ndarray) -> np.ndarray:
    stages = model.staged_decision_function(values)
    return next(islice(stages, min(trees, model.n_iter_) - 1, None)).ravel()


def _summed_log_loss(logits: np.ndarray, labels: np.ndarray) -> float:
    return float(np.sum(np.logaddexp(0, logits) - labels * logits))


def _classifier(shape: Shape, trees: int, seed: int) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        learning_rate=LEARNING_RATE,
        max_iter=trees,
        max_leaf_nodes=shape.leaves,
        min_samples_leaf=shape.rows_per_leaf,
        l2_regularization=1.0,
        early_stopping=False,
        random_state=seed,
    )
