"""Folds that respect time: a model is judged on days that lie after all it has seen."""

from collections.abc import Iterator

import numpy as np

# A model fitted on less than this share of the rows says little about one fitted on all of them.
FIRST_SHARE = 1 / 3
_FOLDS = 4

Fold = tuple[np.ndarray, np.ndarray]


def folds_to_choose_by(times: np.ndarray, horizon_millis: int, customers: np.ndarray, labels: np.ndarray) -> list[Fold]:
    """
    Positions to fit on and positions to judge on, both with both labels.

    Where the horizon leaves no room for folds by time, as in a recording of two weeks with a horizon of one, customers
    are judged by what was learned from others.
    """
    if len(np.unique(labels)) < 2:
        raise ValueError("label has one value only: there is nothing to learn (export a longer period)")
    for folds in (forward_folds(times, horizon_millis), customer_folds(customers)):
        usable = [fold for fold in folds if all(len(np.unique(labels[part])) == 2 for part in fold)]
        if usable:
            return usable
    raise ValueError("no fold holds both labels in both parts: there are too few rows (export a longer period)")


def forward_folds(times: np.ndarray, horizon_millis: int, folds: int = _FOLDS) -> Iterator[Fold]:
    """
    Folds by time, oldest first; `times` must ascend.

    What follows the first third of the rows is cut into blocks of about equal size. Each block is judged by what comes
    before it, without rows whose label matures only after the block begins.
    """
    shares = FIRST_SHARE + (1 - FIRST_SHARE) * np.arange(folds) / folds
    cuts = [times[int(len(times) * share)] for share in shares]
    ends = [*cuts[1:], times[-1] + 1]
    for begin, end in zip(cuts, ends):
        fit = np.flatnonzero(times + horizon_millis < begin)
        judge = np.flatnonzero((times >= begin) & (times < end))
        if fit.size and judge.size:
            yield fit, judge


def customer_folds(customers: np.ndarray, folds: int = _FOLDS) -> Iterator[Fold]:
    """Folds by customer: all rows of a customer are judged by what other customers' rows tell."""
    _, numbers = np.unique(customers.astype(str), return_inverse=True)
    for fold in range(folds):
        yield np.flatnonzero(numbers % folds != fold), np.flatnonzero(numbers % folds == fold)
