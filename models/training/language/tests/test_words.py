"""What the models of emotional states are made of, without an encoder: each against what can be worked out by hand."""

import gzip
import hashlib
import json
import re
import struct
from pathlib import Path

import corpus
import numpy as np
import onnx
import pytest
import yaml
from calibration import calibrated, calibration, is_distressed, log_odds
from directory import Card, key, write_version
from figures import best_threshold, calibration_error, figures, reason_figures
from light import Linear, fit
from light import graph as light_graph
from messages import HASHED, LENGTH, SIGNS, code_hash, rows
from onnxruntime import InferenceSession
from scipy.sparse import csr_matrix
from states import STATES, go_emotions

CALM, SATISFIED, CONFUSED, WORRIED, FRUSTRATED, ANGRY = range(6)


def some_states(random: np.random.Generator, count: int) -> np.ndarray:
    """Probabilities of states, as a model gives them."""
    return random.dirichlet(np.full(len(STATES), 0.5), count)


def some_vectors(random: np.random.Generator, count: int) -> csr_matrix:
    """Written words of messages, whose buckets tell their states."""
    vectors = np.zeros((count, LENGTH), dtype=np.float32)
    vectors[:, :SIGNS] = random.random((count, SIGNS))
    for row in range(count):
        vectors[row, SIGNS + row % len(STATES)] = 0.8
        vectors[row, SIGNS + random.integers(6, HASHED)] = 0.6
    return csr_matrix(vectors)


def test_frustrated_and_angry_are_distress() -> None:
    truth = np.array([CALM, FRUSTRATED, WORRIED, ANGRY])
    assert is_distressed(truth).tolist() == [False, True, False, True]


def test_without_slope_and_offset_distress_is_the_share_of_its_states() -> None:
    states = np.array([[0.5, 0.1, 0.1, 0.1, 0.15, 0.05], [0, 0, 0, 0, 0.4, 0.6], [1, 0, 0, 0, 0, 0]])
    assert calibrated(states, 1, 0) == pytest.approx([0.2, 1, 0], abs=1e-5)


def test_calibration_finds_the_slope_and_offset_by_which_labels_were_drawn() -> None:
    random = np.random.default_rng(5)
    states = some_states(random, 40_000)
    distressed = random.random(len(states)) < 1 / (1 + np.exp(-(0.6 * log_odds(states) - 0.8)))
    slope, offset = calibration(states, np.where(distressed, ANGRY, CALM))
    assert (slope, offset) == (pytest.approx(0.6, abs=0.03), pytest.approx(-0.8, abs=0.05))


def test_calibration_error_is_the_distance_of_probability_and_share() -> None:
    truth = np.array([False, False, True, True, True, True])
    assert calibration_error(np.array([0.1, 0.1, 0.3, 0.8, 0.8, 0.8]), truth, bins=2) == pytest.approx(
        (abs(0.5 / 3 - 1 / 3) + abs(0.8 - 1)) / 2
    )


def test_fewer_messages_than_bins_have_a_calibration_error_too() -> None:
    assert calibration_error(np.array([0.2, 0.9]), np.array([False, True])) == pytest.approx(0.15)


def test_the_threshold_tells_the_distressed_apart() -> None:
    distress, truth = np.array([0.1, 0.3, 0.45, 0.55, 0.9]), np.array([CALM, CALM, WORRIED, ANGRY, FRUSTRATED])
    threshold = best_threshold(distress, truth)
    assert 0.45 < threshold <= 0.55
    assert (distress >= threshold).tolist() == is_distressed(truth).tolist()


def test_a_message_that_lies_on_the_threshold_counts_as_when_it_was_chosen() -> None:
    distress, truth = np.array([0.1, 0.29, 0.3]), np.array([CALM, CALM, ANGRY])
    assert best_threshold(distress, truth) == 0.3


def test_figures_hold_what_was_told_against_the_truth() -> None:
    truth = np.array([CALM, CALM, ANGRY, FRUSTRATED])
    states = np.eye(6)[[CALM, CONFUSED, ANGRY, ANGRY]]
    of = figures(states, np.array([0.1, 0.6, 0.7, 0.8]), truth, 0.5)
    assert (of.messages, of.distress_auc, of.confusion[CALM].tolist()) == (4, 1, [1, 0, 1, 0, 0, 0])
    assert of.f1_of_states["calm"] == pytest.approx(2 / 3, abs=0.001)
    assert of.f1_of_states["frustrated"] == 0
    assert of.distress_macro_f1 == pytest.approx((2 / 3 + 4 / 5) / 2, abs=0.001)


def test_figures_of_reasons_count_each_reason_alike() -> None:
    of = reason_figures(np.eye(2)[[0, 0, 0, 0]], np.array([0, 0, 0, 1]))
    assert (of.messages, of.accuracy, of.macro_f1) == (4, 0.75, pytest.approx(6 / 7 / 2, abs=0.001))


def test_settings_are_chosen_on_conversations_that_are_not_learnt_from() -> None:
    messages = [{"conversation": f"c{row // 3}"} for row in range(300)]
    unseen = corpus.unseen_part(messages)
    seen = {message["conversation"] for message, out in zip(messages, unseen, strict=True) if not out}
    chosen = {message["conversation"] for message, out in zip(messages, unseen, strict=True) if out}
    assert (len(chosen), len(seen), chosen & seen) == (20, 80, set())
    assert corpus.unseen_part(messages[::-1]).tolist() == unseen[::-1].tolist()


def test_a_common_state_is_capped_and_a_rare_one_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "MOST_COMMENTS_OF_A_STATE", 10)
    comments = [{"text": str(row), "state": "angry" if row % 25 == 0 else "calm"} for row in range(100)]
    kept = [comment["state"] for comment in corpus.capped(comments)]
    assert (kept.count("calm"), kept.count("angry")) == (10, 4)


def test_test_messages_are_of_conversations_that_training_has_not() -> None:
    train, test = corpus.service_messages("train"), corpus.service_messages("test")
    assert not {row["conversation"] for row in train} & {row["conversation"] for row in test}
    assert not set(corpus.texts(row for row in train if len(row["text"]) > 30)) & set(corpus.texts(test))
    for row in train + test:
        assert row["state"] in STATES and row["reason"] in corpus.REASONS


def test_reasons_are_those_that_the_telco_declares() -> None:
    declared = yaml.safe_load((corpus.REPOSITORY / "language/definitions/contact-reasons.yaml").read_text())
    assert sorted(declared["reasons"]) == sorted(corpus.REASONS)


def test_a_comment_has_the_one_state_of_its_labels_or_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "labels.txt").write_text("anger\njoy\nneutral\nlove\n")
    with gzip.open(tmp_path / "goemotions-dev.tsv.gz", "wt") as out:
        out.write("so bad\t0,2\ta\nmixed\t0,1\tb\nlovely\t1,3\tc\nwell\t2\td\n")
    found = [(row["id"], row["state"]) for row in go_emotions(tmp_path, "dev")]
    assert found == [("a", "angry"), ("c", "satisfied"), ("d", "calm")]


def test_vectors_are_read_as_the_serving_code_writes_them(tmp_path: Path) -> None:
    file = tmp_path / "vectors.bin"
    file.write_bytes(struct.pack(">iififi", 2, 3, 0.5, LENGTH - 1, 0.25, 0) + struct.pack(">iif", 1, 0, 1.5))
    found = rows(file)
    assert found.shape == (3, LENGTH)
    assert (found[0, 3], found[0, LENGTH - 1], found[1].nnz, found[2, 0], found.nnz) == (0.5, 0.25, 0, 1.5, 3)


@pytest.mark.parametrize("changed", ["java/io/heed/language/emotion/A.java", "resources/io/heed/language/redaction/b.txt"])
def test_what_was_made_is_made_again_when_code_or_word_lists_change(tmp_path: Path, changed: str) -> None:
    file = tmp_path / changed
    file.parent.mkdir(parents=True)
    file.write_text("before")
    before = code_hash(tmp_path)
    assert code_hash(tmp_path) == before
    file.write_text("after")
    assert code_hash(tmp_path) != before


def test_the_light_graph_gives_its_models_probabilities_and_calibrated_distress() -> None:
    random = np.random.default_rng(7)
    vectors, states = some_vectors(random, 120), np.arange(120) % len(STATES)
    linear = fit(vectors[:60], states[:60], vectors[60:], states[60:])
    expected = linear.probabilities(vectors)
    assert expected.argmax(axis=1).tolist() == states.tolist()
    model = light_graph(linear, 0.7, -0.3)
    given, distress = InferenceSession(model.SerializeToString()).run(["states", "distress"], {"message": vectors.toarray()})
    assert given == pytest.approx(expected, abs=1e-5)
    assert distress[:, 0] == pytest.approx(calibrated(expected, 0.7, -0.3), abs=1e-4)


def test_names_of_parts_become_keys() -> None:
    assert key("service messages, unseen fifth of the training part") == "service-messages-unseen-fifth-of-the-training-part"


def test_a_version_holds_what_its_checksums_say_and_a_contract_of_its_figures(tmp_path: Path) -> None:
    random = np.random.default_rng(9)
    states, truth = some_states(random, 50), np.arange(50) % len(STATES)
    distress = calibrated(states, 1, 0)
    card = Card("light", 0.47, {"Messages, test part": figures(states, distress, truth, 0.47)}, {}, 1_000, 50)
    graph = light_graph(Linear(np.zeros((len(STATES), LENGTH)), np.zeros(len(STATES))), 1, 0)
    folder = tmp_path / "7"
    write_version(folder, graph, None, [{"text": "where is it"}], distress, card)

    sums = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines())
    assert set(sums) == {file.name for file in folder.iterdir()} - {"SHA256SUMS"}
    for name, expected in sums.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == expected
    contract = yaml.safe_load((folder / "model.yaml").read_text())
    assert (contract["version"], contract["threshold"], contract["text"]) == (7, 0.47, {"layout": "written-words-1"})
    assert contract["output"]["classes"] == STATES
    assert contract["training"]["metrics"]["messages-test-part-macro-f1"] == card.tests["Messages, test part"].macro_f1
    assert sum(json.loads((folder / "baseline.json").read_text())["distress"]["counts"]) == 50
    assert re.search(r"^\| Messages, test part \| 50 \|", (folder / "model-card.md").read_text(), re.MULTILINE)
    onnx.checker.check_model(onnx.load(folder / "model.onnx"))
