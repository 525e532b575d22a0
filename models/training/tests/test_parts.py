"""The parts of training, each against what can be worked out by hand."""

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from heed_training.absent_values import absent_values, filled
from heed_training.baseline import baseline, baseline_row, effective_rows
from heed_training.blending import Blend, Choices, Parts
from heed_training.boosting import BoostingTrial, Shape
from heed_training.calibration import Calibration, calibrate, even_offset, slope_within_folds
from heed_training.columns import Columns
from heed_training.contributions import contributions
from heed_training.evaluation import calibration_error, figures, lift
from heed_training.folds import customer_folds, folds_to_choose_by, forward_folds
from heed_training.onnx_export import float32_at_most, to_onnx
from heed_training.regression import RegressionTrial
from heed_training import regression
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
    assert sorted(judged) == list(range(33, 100))


def test_rows_of_one_instant_are_never_on_both_sides_of_a_cut() -> None:
    times = np.repeat(np.arange(10), 7)
    for fit, judge in forward_folds(times, horizon_millis=0):
        assert times[fit].max() < times[judge].min()


def test_where_the_horizon_leaves_no_room_customers_are_judged_by_others() -> None:
    customers = np.array([f"C{row % 9}" for row in range(90)], dtype=object)
    labels = np.arange(90) // 9 % 2
    folds = folds_to_choose_by(np.arange(90), 1_000, customers, labels)
    assert len(folds) == 4
    for fit, judge in folds:
        assert not set(customers[fit]) & set(customers[judge])
    assert sorted(np.concatenate([judge for _, judge in customer_folds(customers)])) == list(range(90))


def test_one_label_or_too_few_rows_are_refused() -> None:
    customers = np.array(["C1"] * 10, dtype=object)
    with pytest.raises(ValueError, match="one value only"):
        folds_to_choose_by(np.arange(10), 0, customers, np.zeros(10))
    with pytest.raises(ValueError, match="too few rows"):
        folds_to_choose_by(np.arange(10), 100, customers, np.arange(10) % 2)


def test_slope_is_found_whatever_each_folds_scores_are_off_by() -> None:
    random = np.random.default_rng(1)
    true_logits = random.normal(-1, 1.5, 60_000)
    labels = (random.random(60_000) < 1 / (1 + np.exp(-true_logits))).astype(int)
    bent = [(true_logits[:30_000] + 0.7) * 2, (true_logits[30_000:] - 1.1) * 2]
    assert slope_within_folds(bent, [labels[:30_000], labels[30_000:]]) == pytest.approx(0.5, abs=0.02)


def test_offset_is_even_over_the_newest_third_of_the_rows() -> None:
    random = np.random.default_rng(2)
    logits = random.normal(0, 1, 9_000)
    labels = (random.random(9_000) < np.where(np.arange(9_000) < 6_000, 0.2, 0.6)).astype(int)
    calibration = calibrate(0.8, logits, labels)
    newest = slice(6_000, None)
    assert np.mean(calibration.probabilities(logits[newest])) == pytest.approx(labels[newest].mean(), abs=1e-9)
    assert even_offset(np.zeros(4), np.array([0, 1, 1, 1])) == pytest.approx(np.log(3))


def test_scores_that_rank_backwards_are_left_alone() -> None:
    assert slope_within_folds([np.array([3.0, 2.0, -2.0, -3.0])], [np.array([0, 0, 1, 1])]) == 1.0


def test_columns_are_logarithms_within_the_range_of_training_beside_flags() -> None:
    values = np.array([[1.0, np.nan, np.nan], [7.0, -3.0, np.nan], [3.0, 1.0, np.nan]])
    absent = absent_values(values)
    columns = Columns.of(values, absent)
    rows = filled(np.array([[np.nan, np.nan, np.nan], [100.0, -99.0, 5.0]]), absent)
    np.testing.assert_allclose(columns.logs(rows), [[np.log(4), -np.log(4), 0], [np.log(8), -np.log(4), 0]])
    np.testing.assert_array_equal(columns.flags(rows), [[0, 1, 0], [0, 0, 0]])


def test_regression_finds_what_labels_were_drawn_by() -> None:
    random = np.random.default_rng(4)
    counts = random.poisson(3, 20_000).astype(float)
    ratio = np.where(random.random(20_000) < 0.4, np.nan, random.uniform(0, 5, 20_000))
    logits = np.log1p(counts) - 2 + np.where(np.isnan(ratio), 0.9, 0.0)
    labels = (random.random(20_000) < 1 / (1 + np.exp(-logits))).astype(int)
    values = np.column_stack([counts, ratio])
    absent = absent_values(values)
    fitted = regression.fit(values, filled(values, absent), absent, labels, 1.0)
    found = fitted.logits(filled(values, absent))
    assert np.abs(found - logits).max() < 0.3
    assert np.abs(found - logits).mean() < 0.08


def _blend(share_of_trees: float) -> tuple[Blend, np.ndarray]:
    """A fitted blend of a share, and filled rows with thresholds, absent and never-seen values among them."""
    random = np.random.default_rng(5)
    values = random.choice([0.1, 0.2, 0.3, 1e6 + 0.5, -1.0, np.nan], (3_000, 4))
    values[:, 3] = random.normal(50, 10, 3_000)
    labels = (random.random(3_000) < 1 / (1 + np.exp(-3 * np.nan_to_num(values[:, 0]) / 1e6))).astype(int)
    absent = absent_values(values)
    rows = filled(values, absent)
    trees = HistGradientBoostingClassifier(max_iter=60, early_stopping=False, random_state=1).fit(rows, labels)
    parts = Parts(
        trees if share_of_trees > 0 else None,
        regression.fit(values, rows, absent, labels, 0.01) if share_of_trees < 1 else None,
        share_of_trees,
    )
    choices = Choices(BoostingTrial(Shape(31, 20), 60, []), RegressionTrial(0.01, []), {}, 0)
    strange = np.array([[-5.0, 1e9, 0.0, 1e-30], [1e12, -1e12, 0.15, -7.0]], dtype=np.float32)
    return Blend(parts, Calibration(0.8, -0.3), np.empty(0), choices), np.concatenate([rows, strange])


@pytest.mark.parametrize("share_of_trees", [0.0, 0.25, 1.0])
def test_graph_gives_the_fitted_scores_also_for_strange_values_and_for_one_row_alone(share_of_trees: float) -> None:
    blend, rows = _blend(share_of_trees)
    score = OnnxScorer(to_onnx(blend, ["a", "b", "c", "d"]))
    together = score(rows)
    np.testing.assert_allclose(together, blend.probabilities(rows), atol=2e-6)
    alone = np.array([score(row.reshape(1, -1))[0] for row in rows[-200:]])
    np.testing.assert_allclose(alone, together[-200:], atol=1e-7)


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
    customers = np.array([f"C{row % 50}" for row in range(100)], dtype=object)
    found = baseline(features, values, customers, np.linspace(0, 1, 60))
    assert found["row"] == {"a": 49.5, "b": None}
    assert np.isnan(baseline_row(values)[1])
    assert found["rows"] == 100 and found["effectiveRows"] == 50
    assert sum(found["score"]["counts"]) == 60
    histogram = found["features"]["a"]
    assert sum(histogram["counts"]) == 100 and len(histogram["counts"]) == len(histogram["edges"]) + 1
    assert histogram["counts"][0] == sum(values[:, 0] <= histogram["edges"][0])
    assert found["features"]["b"] == {"edges": [7.0], "counts": [40, 0], "absent": 60}


def test_rows_of_one_customer_are_worth_less_than_those_of_many() -> None:
    assert effective_rows(np.array(["C1", "C2", "C3"], dtype=object)) == 3
    assert effective_rows(np.array(["C1"] * 8, dtype=object)) == 1
    assert effective_rows(np.array(["C1", "C1", "C1", "C2"], dtype=object)) == 16 / 10


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
    assert duration_millis("1500ms") == 1_500
    with pytest.raises(ValueError, match="legal: 90s"):
        duration_millis("a day")
