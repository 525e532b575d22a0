"""Folds that respect time: a model is judged on days that lie after all it has seen."""

from collections.abc import Iterator

import numpy as np


def forward_folds(times: np.ndarray, horizon_millis: int, folds: int = 4) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """
    Positions to fit on and positions to judge on, oldest fold first; `times` must ascend.

    Rows are cut into folds + 1 blocks of about equal size. Each block but the first is judged by what comes before it,
    without rows whose label matures only after the block begins.
    """
    cuts = [times[len(times) * block // (folds + 1)] for block in range(1, folds + 1)]
    ends = [*cuts[1:], times[-1] + 1]
    for begin, end in zip(cuts, ends):
        fit = np.flatnonzero(times + horizon_millis < begin)
        judge = np.flatnonzero((times >= begin) & (times < end))
        if fit.size and judge.size:
            yield fit, judge
