"""The page that tells people what a model is, how good it is and where it is weak."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from heed_training.evaluation import calibration_bins, figures
from heed_training.targets import Target
from heed_training.training_set import TrainingSet

if TYPE_CHECKING:
    from heed_training.training import Trained

_SMALLEST_SLICE = 30
_MOST_SLICES = 12


def model_card(trained: "Trained", data: TrainingSet, target: Target, folder: Path) -> str:
    """The card as Markdown."""
    return (
        "\n\n".join(
            [
                f"# {folder.parent.name} {folder.name}",
                target.description,
                _learned_from(trained, data),
                _quality(trained),
                _calibration(trained, data),
                _importance(trained, data),
                _slices(trained, data),
            ]
        )
        + "\n"
    )


def _learned_from(trained: "Trained", data: TrainingSet) -> str:
    boosted = trained.boosted
    return (
        "## Learned from\n\n"
        f"{len(data.train)} decisions of {len(set(data.train.customers))} customers "
        f"({data.train.labels.mean():.1%} positive), tested once on {len(data.test)} decisions of "
        f"{len(set(data.test.customers))} customers it never saw. {data.treated_left_out} decisions followed by "
        "treatment were left out, since they tell what treatment does.\n\n"
        f"{boosted.trees.n_iter_} boosted trees of at most {boosted.shape.leaves} leaves with at least "
        f"{boosted.shape.rows_per_leaf} rows each. Shape, number of trees, calibration and threshold were chosen on "
        "forward folds inside the training part."
    )


def _quality(trained: "Trained") -> str:
    result = trained.test_figures
    return "## Quality on the test part\n\n" + _table(
        ["figure", "value"],
        [
            ["AUC", f"{result.auc:.3f}"],
            ["PR-AUC", f"{result.pr_auc:.3f}"],
            ["share of positives", f"{result.positive_share:.3f}"],
            ["Brier score", f"{result.brier:.4f}"],
            ["expected calibration error", f"{result.calibration_error:.4f}"],
            ["lift of the highest tenth", f"{result.lift_at_10_percent:.2f}"],
            [f"precision at {trained.threshold:g}", f"{result.precision_at_threshold:.3f}"],
            [f"recall at {trained.threshold:g}", f"{result.recall_at_threshold:.3f}"],
        ],
    )


def _calibration(trained: "Trained", data: TrainingSet) -> str:
    bins = calibration_bins(trained.test_scores, data.test.labels)
    return "## Calibration on the test part\n\nTenths of the rows by score.\n\n" + _table(
        ["rows", "predicted", "happened"],
        [[str(part.rows), f"{part.predicted:.3f}", f"{part.happened:.3f}"] for part in bins],
    )


def _importance(trained: "Trained", data: TrainingSet) -> str:
    order = np.argsort(-trained.importance, kind="stable")[:20]
    return (
        "## What moves the score\n\n"
        "Mean absolute contribution against the baseline row, over a sample of training rows.\n\n"
        + _table(
            ["feature", "unit", "contribution"],
            [[data.features[i].name, data.features[i].unit, f"{trained.importance[i]:.4f}"] for i in order],
        )
    )


def _slices(trained: "Trained", data: TrainingSet) -> str:
    lines = []
    for name, column in sorted(data.test.slices.items()):
        values, counts = np.unique(column.astype(str), return_counts=True)
        if len(values) == 1:
            continue
        for value in values[np.argsort(-counts, kind="stable")][:_MOST_SLICES]:
            rows = column.astype(str) == value
            if rows.sum() >= _SMALLEST_SLICE:
                part = figures(trained.test_scores[rows], data.test.labels[rows], trained.threshold)
                lines.append(
                    [
                        f"{name} = {value}",
                        str(part.rows),
                        f"{part.positive_share:.3f}",
                        f"{trained.test_scores[rows].mean():.3f}",
                        f"{part.auc:.3f}",
                    ]
                )
    header = f"## Slices of the test part\n\nSlices of at least {_SMALLEST_SLICE} rows.\n\n"
    return header + _table(["slice", "rows", "happened", "predicted", "AUC"], lines)


def _table(header: list[str], lines: list[list[str]]) -> str:
    rows = [header, ["---"] * len(header), *lines]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)
