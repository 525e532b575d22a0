"""How much each feature moved a score away from the baseline row's score; the job computes the same."""

from collections.abc import Callable

import numpy as np


def contributions(score: Callable[[np.ndarray], np.ndarray], row: np.ndarray, baseline: np.ndarray) -> np.ndarray:
    """
    One number for each feature; together they are score(row) - score(baseline).

    Features are switched from the baseline's value to the row's one by one, in order and in reverse, and the two
    changes of the score are averaged. All mixed rows go through the model in one call.
    """
    count = len(row)
    mixed = np.concatenate([_switched(row, baseline, range(count)), _switched(row, baseline, range(count - 1, -1, -1))])
    scores = score(mixed).astype(np.float64)
    forward = np.diff(scores[: count + 1])
    backward = np.diff(scores[count + 1 :])[::-1]
    return (forward + backward) / 2


def _switched(row: np.ndarray, baseline: np.ndarray, order: range) -> np.ndarray:
    rows = np.tile(baseline, (len(row) + 1, 1))
    for step, feature in enumerate(order, start=1):
        rows[step:, feature] = row[feature]
    return rows
