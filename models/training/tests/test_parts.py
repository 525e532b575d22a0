"""The parts of training, each against what can be worked out by hand."""

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from heed_training.absent_values import absent_values, filled
from heed_training.baseline import baseline, baseline_row
from heed_training.boosting import Calibration, calibrate
from heed_training.contributions import contributions
from heed_training.evaluation import calibration_error, figures, lift
from heed_training.folds import forward_folds
from heed_training.onnx_export import float32_at_most, to_onnx
from heed_training.scoring import OnnxScorer
from heed_training.targets import duration_millis
from heed_training.training_set import Feature


def test_folds_judge_only_rows_whose_labels_the_fit_could_not_know() -> None:
    times = np.arange(0, 1000, 10)
    folds = list(forward_folds(times, horizon_millis=50, folds=4))
    assert len(folds) == 4
    for fit, judge in folds:
        assert times[fit].max() + 50 < times[judge].min()
    judged = np.concatenate([judge for _, judge in folds])
    assert sorted(judged) == list(range(20, 100))


def test_rows_of_one_instant_are_never_on_both_sides_of_a_cut() -> None:
    times = np.repeat(np.arange(10), 7)
    for fit, judge in forward_folds(times, horizon_millis=0):
        assert times[fit].max() < times[judge].min()


def test_calibration_finds_the_line_that_scores_were_bent_by() -> None:
    random = np.random.default_rng(1)
    true_logits = random.normal(-1, 1.5, 60_000)
    labels = (random.random(60_000) < 1 / (1 + np.exp(-true_logits))).astype(int)
    found = calibrate((true_logits + 0.7) * 2, labels)
    assert found.slope == pytest.approx(0.5, abs=0.02)
    assert found.offset == pytest.approx(-0.7, abs=0.03)


def test_scores_that_rank_backwards_are_left_alone() -> None:
    assert calibrate(np.array([3.0, 2.0, -2.0, -3.0]), np.array([0, 0, 1, 1])) == Calibration(1.0, 0.0)


def test_graph_gives_the_fitted_scores_also_on_thresholds_and_for_one_row_alone() -> None:
    random = np.random.default_rng(5)
    values = random.choice([0.1, 0.2, 0.3, 1e6 + 0.5, -1.0], (3_000, 4)).astype(np.float32)
    labels = (random.random(3_000) < 1 / (1 + np.exp(-3 * values[:, 0] + values[:, 1] * 1e-6))).astype(int)
    trees = HistGradientBoostingClassifier(max_iter=60, early_stopping=False, random_state=1).fit(values, labels)
    calibration = Calibration(0.8, -0.3)
    score = OnnxScorer(to_onnx(trees, calibration, ["a", "b", "c", "d"]))
    fitted = calibration.probabilities(trees.decision_function(values))
    together = score(values)
    np.testing.assert_allclose(together, fitted, atol=2e-6)
    alone = np.array([score(row.reshape(1, -1))[0] for row in values[:200]])
    np.testing.assert_array_equal(alone, together[:200])


def test_thresholds_are_rounded_down_so_that_float_values_fall_as_in_training() -> None:
    value = np.float32(0.1)
    for threshold in (0.1, float(value), np.nextafter(float(value), 1), np.nextafter(float(value), 0)):
        rounded = float32_at_most(float(threshold))
        for neighbour in (np.nextafter(value, np.float32(-1)), value, np.nextafter(value, np.float32(1))):
            assert (neighbour <= np.float32(rounded)) == (float(neighbour) <= threshold)


def test_contributions_of_a_product_share_the_interaction() -> None:
    score = lambda rows: rows[:, 0] * rows[:, 1] + rows[:, 2]  # noqa: E731
    found = contributions(score, np.array([2.0, 3.0, 5.0]), np.array([1.0, 1.0, 1.0]))
    # in order: (2-1)*1, 2*(3-1), 5-1; in reverse: 5-1, 1*(3-1), (2-1)*3
    np.testing.assert_allclose(found, [(1 + 3) / 2, (4 + 2) / 2, 4])


def test_absent_values_lie_below_what_was_seen_or_at_the_median_where_nothing_was_absent() -> None:
    values = np.array([[0.5, 1.0, np.nan], [np.nan, 5.0, np.nan], [-2.5, 3.0, np.nan]])
    np.testing.assert_array_equal(absent_values(values), [-4.0, 3.0, -1.0])
    assert not np.isnan(filled(values, absent_values(values))).any()


def test_baseline_histograms_count_every_row_once() -> None:
    values = np.column_stack([np.arange(100.0), np.where(np.arange(100) < 60, np.nan, 7.0)])
    features = (Feature("a", "sha256:a", ""), Feature("b", "sha256:b", ""))
    found = baseline(features, values, np.linspace(0, 1, 100))
    assert found["row"] == {"a": 49.5, "b": None}
    assert np.isnan(baseline_row(values)[1])
    histogram = found["features"]["a"]
    assert sum(histogram["counts"]) == 100 and len(histogram["counts"]) == len(histogram["edges"]) + 1
    assert histogram["counts"][0] == sum(values[:, 0] <= histogram["edges"][0])
    assert found["features"]["b"] == {"edges": [7.0], "counts": [40, 0], "absent": 60}


def test_figures_worked_out_by_hand() -> None:
    scores = np.array([0.9, 0.8, 0.2, 0.1])
    labels = np.array([1, 0, 1, 0])
    found = figures(scores, labels, threshold=0.5)
    assert found.auc == 0.75
    assert found.precision_at_threshold == 0.5 and found.recall_at_threshold == 0.5
    assert found.brier == pytest.approx((0.01 + 0.64 + 0.64 + 0.01) / 4)
    assert lift(scores, labels, 0.25) == 2.0
    assert calibration_error(scores, labels, bins=2) == pytest.approx((0.35 + 0.35) / 2)


def test_figures_of_one_label_are_told_as_unknown() -> None:
    assert figures(np.array([0.4, 0.6]), np.array([0, 0]), 0.5).as_dict()["auc"] is None


def test_durations() -> None:
    assert duration_millis("24h") == 86_400_000
    with pytest.raises(ValueError, match="legal: 90s"):
        duration_millis("a day")
