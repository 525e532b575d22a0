"""The page that tells people what a model is, how good it is and where it is weak."""

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from heed_training.blending import Blend
from heed_training.evaluation import calibration_bins, figures
from heed_training.targets import Target
from heed_training.training_set import TrainingSet

if TYPE_CHECKING:
    from heed_training.training import Trained

_SMALLEST_SLICE = 30
_SPLITS = {"customer": "whom it never saw", "time": "all of them later"}
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
    blend = trained.blend
    return (
        "## Learned from\n\n"
        f"{len(data.train)} decisions of {len(set(data.train.customers))} customers "
        f"({data.train.labels.mean():.1%} positive), tested once on {len(data.test)} decisions of "
        f"{len(set(data.test.customers))} customers, {_SPLITS[data.split]}. {data.treated_left_out} decisions followed by "
        "treatment were left out, since they tell what treatment does, and "
        f"{data.gap_left_out} whose label matured only after the test part began.\n\n"
        f"{_parts(blend)} Everything, the calibration and the threshold included, was chosen on {blend.choices.folds} "
        "forward folds inside the training part."
    )


def _parts(blend: Blend) -> str:
    trial, plain = blend.choices.boosting, blend.choices.regression
    trees = (
        f"{trial.trees} boosted trees of at most {trial.shape.leaves} leaves with at least "
        f"{trial.shape.rows_per_leaf} rows each"
    )
    line = f"a logistic regression over logarithms (C = {plain.strength:g})"
    losses = ", ".join(f"{loss:.5f} at {share:g}" for share, loss in blend.choices.loss_by_share.items())
    told = f"Log-loss on the folds by the share of trees: {losses}."
    if blend.parts.regression is None:
        return f"The model is {trees}. {told}"
    if blend.parts.trees is None:
        return f"The model is {line}. {told}"
    return f"The model is a blend in log-odds: {blend.parts.share_of_trees:.0%} {trees}, the rest {line}. {told}"


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
    return "## Calibration on the test part\n\n![Calibration](calibration.svg)\n\nTenths of the rows by score.\n\n" + _table(
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
