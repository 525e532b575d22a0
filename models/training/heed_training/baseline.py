"""What features and scores looked like in training: the yardstick of drift and the zero of contributions."""

import numpy as np

from heed_training.training_set import Feature

MAX_BINS = 10


def baseline(
    features: tuple[Feature, ...], values: np.ndarray, customers: np.ndarray, unseen_scores: np.ndarray
) -> dict:
    """
    The content of baseline.json.

    A histogram with edges e0 < ... < ek counts (-inf, e0], (e0, e1], ..., (ek, inf). The row holds each feature's
    median, or null where the feature was absent more often than not. Scores are those of rows that the fit had not
    seen: scores of rows that trees were fitted on are bolder than those to come.
    """
    return {
        "rows": len(values),
        "effectiveRows": round(effective_rows(customers), 1),
        "row": {feature.name: _typical(column) for feature, column in zip(features, values.T)},
        "features": {feature.name: _histogram(column) for feature, column in zip(features, values.T)},
        "score": _histogram(unseen_scores),
    }


def baseline_row(values: np.ndarray) -> np.ndarray:
    """The row of the baseline, NaN where it is absent."""
    return np.array([np.nan if (typical := _typical(column)) is None else typical for column in values.T])


def effective_rows(customers: np.ndarray) -> float:
    """How many rows of different customers the rows are worth: rows of one customer resemble each other."""
    _, rows_of_each = np.unique(customers.astype(str), return_counts=True)
    return float(len(customers) ** 2 / np.sum(rows_of_each.astype(np.float64) ** 2))


def _typical(column: np.ndarray) -> float | None:
    present = column[~np.isnan(column)]
    return float(np.median(present)) if 2 * present.size > column.size else None


def _histogram(column: np.ndarray) -> dict:
    present = column[~np.isnan(column)]
    quantiles = np.quantile(present, np.linspace(0, 1, MAX_BINS + 1)[1:-1], method="lower") if present.size else []
    edges = np.unique(quantiles)
    counts = np.bincount(np.searchsorted(edges, present, side="left"), minlength=len(edges) + 1)
    return {
        "edges": [float(edge) for edge in edges],
        "counts": [int(count) for count in counts],
        "absent": int(column.size - present.size),
    }
