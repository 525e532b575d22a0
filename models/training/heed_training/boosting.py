"""Boosted trees; how large they grow and how many there are is chosen on forward folds."""

from dataclasses import dataclass
from itertools import islice, product

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from threadpoolctl import threadpool_limits

from heed_training.calibration import calibrated_loss
from heed_training.folds import Fold

LEARNING_RATE = 0.06
MAX_TREES = 400
PATIENCE = 25
LEAVES = (4, 8, 16)
ROWS_PER_LEAF = (20, 80)
# Each split looks at a fifth of the features, but at eight at least: trees that differ err less together.
_SHARE_OF_FEATURES = 0.2
_FEATURES_AT_LEAST = 8
_ROWS_WORTH_THREADS = 50_000


@dataclass(frozen=True)
class Shape:
    """How large a tree may grow."""

    leaves: int
    rows_per_leaf: int


@dataclass(frozen=True)
class BoostingTrial:
    """A shape with the number of trees that suits it and the out-of-fold log-odds it gave, fold by fold."""

    shape: Shape
    trees: int
    logits: list[np.ndarray]


def choose(filled: np.ndarray, labels: np.ndarray, folds: list[Fold], seed: int) -> BoostingTrial:
    """The shape whose calibrated out-of-fold scores fit best."""
    judged = [labels[judge] for _, judge in folds]
    with _few_threads(len(filled)):
        trials = [
            _try(Shape(leaves, rows), filled, labels, folds, seed) for leaves, rows in product(LEAVES, ROWS_PER_LEAF)
        ]
    return min(trials, key=lambda trial: calibrated_loss(trial.logits, judged))


def fit(filled: np.ndarray, labels: np.ndarray, trial: BoostingTrial, seed: int) -> HistGradientBoostingClassifier:
    """Trees of a chosen shape and number."""
    with _few_threads(len(filled)):
        return _classifier(trial.shape, trial.trees, filled.shape[1], seed).fit(filled, labels)


def _few_threads(rows: int) -> threadpool_limits:
    """On few rows threads wait for each other longer than they work."""
    return threadpool_limits(limits=1 if rows < _ROWS_WORTH_THREADS else None, user_api="openmp")


def _try(shape: Shape, filled: np.ndarray, labels: np.ndarray, folds: list[Fold], seed: int) -> BoostingTrial:
    """Fits every fold up to its limit, then cuts all of them at the one number of trees that is best over all."""
    models = [_early_stopped(shape, filled, labels, fold, seed) for fold in folds]
    judged = [judge for _, judge in folds]
    staged = [_staged_losses(model, filled[on], labels[on]) for model, on in zip(models, judged)]
    longest = max(len(losses) for losses in staged)
    total = sum(np.pad(losses, (0, longest - len(losses)), mode="edge") for losses in staged)
    trees = int(np.argmin(total)) + 1
    return BoostingTrial(shape, trees, [_logits_of(model, trees, filled[on]) for model, on in zip(models, judged)])


def _early_stopped(
    shape: Shape, filled: np.ndarray, labels: np.ndarray, fold: Fold, seed: int
) -> HistGradientBoostingClassifier:
    fit_on, judge_on = fold
    model = _classifier(shape, MAX_TREES, filled.shape[1], seed)
    model.set_params(early_stopping=True, n_iter_no_change=PATIENCE, scoring="loss")
    return model.fit(filled[fit_on], labels[fit_on], X_val=filled[judge_on], y_val=labels[judge_on])


def _staged_losses(model: HistGradientBoostingClassifier, values: np.ndarray, labels: np.ndarray) -> np.ndarray:
    return np.array([_summed_log_loss(stage.ravel(), labels) for stage in model.staged_decision_function(values)])


def _logits_of(model: HistGradientBoostingClassifier, trees: int, values: np.ndarray) -> np.ndarray:
    stages = model.staged_decision_function(values)
    return next(islice(stages, min(trees, model.n_iter_) - 1, None)).ravel()


def _summed_log_loss(logits: np.ndarray, labels: np.ndarray) -> float:
    return float(np.sum(np.logaddexp(0, logits) - labels * logits))


def _classifier(shape: Shape, trees: int, features: int, seed: int) -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        learning_rate=LEARNING_RATE,
        max_iter=trees,
        max_leaf_nodes=shape.leaves,
        min_samples_leaf=shape.rows_per_leaf,
        max_features=min(1.0, max(_SHARE_OF_FEATURES, _FEATURES_AT_LEAST / features)),
        l2_regularization=5.0,
        early_stopping=False,
        random_state=seed,
    )
