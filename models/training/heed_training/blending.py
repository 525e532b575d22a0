"""Trees and regression together: trees find what bends, the regression holds on to what little data can tell."""

from dataclasses import dataclass

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

from heed_training import boosting, regression
from heed_training.boosting import BoostingTrial
from heed_training.calibration import Calibration, calibrate, calibrated_folds, calibrated_loss, slope_within_folds
from heed_training.folds import folds_to_choose_by
from heed_training.regression import Regression, RegressionTrial
from heed_training.training_set import Rows

SHARES_OF_TREES = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True)
class Parts:
    """Fitted trees and regression with the share of the trees; a part without weight is None."""

    trees: HistGradientBoostingClassifier | None
    regression: Regression | None
    share_of_trees: float

    def logits(self, filled: np.ndarray) -> np.ndarray:
        """Weighted log-odds of filled rows."""
        logits = np.zeros(len(filled))
        if self.trees is not None:
            logits += self.share_of_trees * self.trees.decision_function(filled)
        if self.regression is not None:
            logits += (1 - self.share_of_trees) * self.regression.logits(filled)
        return logits


@dataclass(frozen=True)
class Choices:
    """What was tried inside the training part: the log-loss of calibrated out-of-fold scores by share of trees."""

    boosting: BoostingTrial
    regression: RegressionTrial
    loss_by_share: dict[float, float]
    folds: int


@dataclass(frozen=True)
class Blend:
    """A fitted and calibrated model; `out_of_fold` are probabilities of the rows that folds were judged on."""

    parts: Parts
    calibration: Calibration
    out_of_fold: np.ndarray
    choices: Choices

    def probabilities(self, filled: np.ndarray) -> np.ndarray:
        """Calibrated probabilities of filled rows."""
        return self.calibration.probabilities(self.parts.logits(filled))


def fit(rows: Rows, filled: np.ndarray, absent: np.ndarray, horizon_millis: int, seed: int) -> Blend:
    """Chooses each part, their shares and the slope on forward folds, then fits the parts on all rows."""
    labels = rows.labels
    folds = folds_to_choose_by(rows.times, horizon_millis, rows.customers, labels)
    judged = [labels[judge] for _, judge in folds]
    trees = boosting.choose(filled, labels, folds, seed)
    plain = regression.choose(rows.values, filled, absent, labels, folds)
    blended = {
        share: [share * bent + (1 - share) * straight for bent, straight in zip(trees.logits, plain.logits)]
        for share in SHARES_OF_TREES
    }
    losses = {share: calibrated_loss(logits, judged) for share, logits in blended.items()}
    share = min(losses, key=lambda tried: losses[tried])
    parts = Parts(
        trees=boosting.fit(filled, labels, trees, seed) if share > 0 else None,
        regression=regression.fit(rows.values, filled, absent, labels, plain.strength) if share < 1 else None,
        share_of_trees=share,
    )
    slope = slope_within_folds(blended[share], judged)
    return Blend(
        parts=parts,
        calibration=calibrate(slope, parts.logits(filled), labels),
        out_of_fold=calibrated_folds(blended[share], judged),
        choices=Choices(trees, plain, losses, len(folds)),
    )
