"""The whole way: from an exported training set to a model directory that ONNX Runtime can serve."""

import hashlib
import json
import shutil
from pathlib import Path

import numpy as np
import onnxruntime
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
import yaml
from sklearn.metrics import roc_auc_score

from conftest import truth
from heed_training.__main__ import main
from heed_training.training_set import read_training_set


@pytest.fixture(scope="module")
def trained(training_set: Path, target_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("repository") / "repeat-contact" / "1"
    assert main(_arguments(training_set, target_file, out)) == 0
    return out


def _arguments(training_set: Path, target_file: Path, out: Path) -> list[str]:
    return ["train", "--training-set", str(training_set), "--target", str(target_file), "--out", str(out)]


def test_directory_is_complete_and_sums_are_right(trained: Path) -> None:
    lines = (trained / "SHA256SUMS").read_text().splitlines()
    sums = dict(reversed(line.split("  ")) for line in lines)
    assert list(sums) == [
        "baseline.json",
        "calibration.svg",
        "examples.jsonl",
        "model-card.md",
        "model.onnx",
        "model.yaml",
    ]
    for name, digest in sums.items():
        assert hashlib.sha256((trained / name).read_bytes()).hexdigest() == digest


def test_examples_are_what_the_graph_gives_for_rows_filled_by_the_contract(trained: Path) -> None:
    contract = yaml.safe_load((trained / "model.yaml").read_text())
    examples = [json.loads(line) for line in (trained / "examples.jsonl").read_text().splitlines()]
    rows = [
        [feature["absent"] if (value := example["features"][feature["name"]]) is None else value]
        for example in examples
        for feature in contract["features"]
    ]
    values = np.array(rows, dtype=np.float32).reshape(len(examples), -1)
    session = onnxruntime.InferenceSession(str(trained / "model.onnx"))
    (scores,) = session.run([contract["output"]["name"]], {contract["inputs"]["name"]: values})
    assert any(value is None for example in examples for value in example["features"].values())
    np.testing.assert_allclose(scores[:, 0], [example["score"] for example in examples], atol=1e-7)


def test_ranks_unseen_customers_nearly_as_well_as_the_truth(
    trained: Path, training_set: Path, target_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    assert main(_arguments(training_set, target_file, tmp_path / "repeat-contact" / "1")) == 0
    figures = json.loads(capsys.readouterr().out.splitlines()[-1])["test"]
    table = pq.read_table(sorted(training_set.glob("*.parquet")))
    test = np.array(table["split"].to_pylist()) == "test"
    ceiling = roc_auc_score(
        table["label"].to_numpy()[test],
        truth(table["contacts_7d"].to_numpy(), table["bill_ratio"].to_numpy())[test],
    )
    assert figures["auc"] > ceiling - 0.03
    assert figures["calibration_error"] < 0.06
    assert figures["lift_at_10_percent"] > 1.5


def test_same_input_gives_the_same_bytes(trained: Path, training_set: Path, target_file: Path, tmp_path: Path) -> None:
    again = tmp_path / "repeat-contact" / "1"
    assert main(_arguments(training_set, target_file, again)) == 0
    assert (again / "SHA256SUMS").read_text() == (trained / "SHA256SUMS").read_text()


def test_absent_ratio_gets_a_value_below_all_seen(trained: Path) -> None:
    features = yaml.safe_load((trained / "model.yaml").read_text())["features"]
    absent = {feature["name"]: feature["absent"] for feature in features}
    assert absent["bill_ratio"] == -1.0
    assert absent["contacts_7d"] == 1.0


def test_baseline_scores_are_of_rows_that_the_fit_had_not_seen(trained: Path, training_set: Path) -> None:
    baseline = json.loads((trained / "baseline.json").read_text())
    rows = len(read_training_set(training_set).train)
    judged = sum(baseline["score"]["counts"])
    assert baseline["rows"] == rows
    assert rows * 0.6 < judged < rows * 0.7  # the folds judge what follows the first third
    assert baseline["effectiveRows"] < rows


def test_reasons_are_given_from_the_threshold_on_or_earlier(
    trained: Path, training_set: Path, target_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    contract = yaml.safe_load((trained / "model.yaml").read_text())
    assert contract["explain-from"] == contract["threshold"]
    early = tmp_path / "repeat-contact" / "1"
    assert main([*_arguments(training_set, target_file, early), "--explain-from", "0"]) == 0
    assert yaml.safe_load((early / "model.yaml").read_text())["explain-from"] == 0
    late = tmp_path / "repeat-contact" / "2"
    assert main([*_arguments(training_set, target_file, late), "--explain-from", "0.99"]) == 1
    assert "--explain-from is not between 0 and the threshold" in capsys.readouterr().err
    assert not late.exists()


def test_a_version_never_changes(
    trained: Path, training_set: Path, target_file: Path, capsys: pytest.CaptureFixture
) -> None:
    before = (trained / "SHA256SUMS").read_text()
    assert main(_arguments(training_set, target_file, trained)) == 1
    assert "a version never changes" in capsys.readouterr().err
    assert (trained / "SHA256SUMS").read_text() == before


def test_a_training_set_without_a_feature_of_the_target_is_refused(
    training_set: Path, target_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    copy = shutil.copytree(training_set, tmp_path / "set")
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["features"] = manifest["features"][:2]
    (copy / "manifest.json").write_text(json.dumps(manifest))
    assert main(_arguments(copy, target_file, tmp_path / "repeat-contact" / "1")) == 1
    assert "features of the target are not in the training set: ['noise']" in capsys.readouterr().err


def test_card_tells_what_was_learned_from_and_where_it_is_weak(trained: Path) -> None:
    card = (trained / "model-card.md").read_text()
    for heading in ("Learned from", "Quality", "Calibration", "What moves the score", "Slices"):
        assert f"## {heading}" in card
    assert "arm = control" in card
    assert card.index("contacts_7d") < card.index("noise")


@pytest.mark.parametrize(("yes", "no", "kind"), [(2, 0, pa.int32()), (True, False, pa.bool_())])
def test_a_treatment_may_be_a_count_or_a_flag(
    training_set: Path, tmp_path: Path, yes: int | bool, no: int | bool, kind: pa.DataType
) -> None:
    copy = shutil.copytree(training_set, tmp_path / "set")
    for file in copy.glob("*.parquet"):
        table = pq.read_table(file)
        column = pa.array([yes if treatment else no for treatment in table["treatment"].to_pylist()], kind)
        pq.write_table(table.set_column(table.column_names.index("treatment"), "treatment", column), file)
    assert read_training_set(copy).treated_left_out == read_training_set(training_set).treated_left_out > 0
    assert read_training_set(copy, keep_treated=True).treated_left_out == 0


def test_a_set_without_rows_to_test_on_is_refused(training_set: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(training_set, tmp_path / "set")
    for file in copy.glob("*.parquet"):
        table = pq.read_table(file)
        pq.write_table(table.filter(pc.equal(table["split"], "train")), file)
    with pytest.raises(ValueError, match="no rows of split test"):
        read_training_set(copy)


def test_evaluate_scores_the_test_part_as_training_did(
    trained: Path, training_set: Path, capsys: pytest.CaptureFixture
) -> None:
    assert main(["evaluate", "--training-set", str(training_set), "--model", str(trained)]) == 0
    evaluated = json.loads(capsys.readouterr().out.splitlines()[-1])
    contract = yaml.safe_load((trained / "model.yaml").read_text())
    assert evaluated["test"] == contract["training"]["metrics"]


def test_evaluate_refuses_features_that_have_changed(
    trained: Path, training_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    copy = shutil.copytree(training_set, tmp_path / "set")
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest["features"][1]["definition"] = "sha256:changed"
    (copy / "manifest.json").write_text(json.dumps(manifest))
    assert main(["evaluate", "--training-set", str(copy), "--model", str(trained)]) == 1
    assert "features have changed since the model was trained: ['bill_ratio']" in capsys.readouterr().err


def test_rows_in_the_gap_are_for_neither_part_and_the_manifest_says_what_the_target_is(
    training_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    copy = shutil.copytree(training_set, tmp_path / "set")
    gap = 0
    for file in copy.glob("*.parquet"):
        table = pq.read_table(file)
        days = table["time"].to_numpy() // 86_400_000
        split = np.where(days >= 84, "test", np.where(days >= 83, "gap", "train"))
        gap += int((split == "gap").sum())
        pq.write_table(table.set_column(table.column_names.index("split"), "split", pa.array(split)), file)
    manifest = json.loads((copy / "manifest.json").read_text())
    manifest |= {"split": {"rule": "time"}, "horizon": "24h", "recording": [{"name": "e.jsonl", "sha256": "ab"}]}
    (copy / "manifest.json").write_text(json.dumps(manifest))
    data = read_training_set(copy)
    assert data.gap_left_out == gap > 0
    assert data.train.times.max() + 86_400_000 <= data.test.times.min()
    out = tmp_path / "repeat-contact" / "1"
    assert main(["train", "--training-set", str(copy), "--out", str(out)]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["gapRows"] == gap
    assert "all of them later" in (out / "model-card.md").read_text()
