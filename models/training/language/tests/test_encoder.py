"""The encoder's side of training, with an encoder of one layer; skipped where PyTorch is missing."""

import numpy as np
import pytest
from messages import LENGTH, SIGNS
from scipy.sparse import csr_matrix
from states import STATES

torch = pytest.importorskip("torch")

import encoder  # noqa: E402
import finetuning  # noqa: E402
from calibration import calibrated  # noqa: E402
from encoder import Encoder, Reader  # noqa: E402
from finetuning import Labelled, batches, padded, probabilities, state_weights  # noqa: E402
from graph import Scorer, graph, inputs, mixed  # noqa: E402
from light import Linear  # noqa: E402


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A small reader with weights that nobody taught."""
    monkeypatch.setattr(encoder, "LAYERS", 1)
    monkeypatch.setattr(encoder, "PIECES", 40)
    torch.manual_seed(3)
    return Reader(Encoder(), len(STATES), 4).eval()


@pytest.fixture
def messages() -> list[list[int]]:
    """Messages of 2 to 12 pieces."""
    random = np.random.default_rng(4)
    return [random.integers(1, 40, random.integers(2, 13)).tolist() for _ in range(70)]


@pytest.mark.parametrize("seed", [None, 1])
def test_every_message_is_in_one_batch(messages: list[list[int]], seed: int | None) -> None:
    found = list(batches(messages, None if seed is None else np.random.default_rng(seed)))
    assert sorted(row for batch in found for row in batch) == list(range(70))
    assert max(map(len, found)) == finetuning.BATCH


def test_the_same_seed_gives_the_same_batches_of_messages_of_like_length(messages: list[list[int]]) -> None:
    first, again = (list(batches(messages, np.random.default_rng(1))) for _ in range(2))
    assert first == again != list(batches(messages, np.random.default_rng(2)))
    for batch in first:
        lengths = [len(messages[row]) for row in batch]
        assert lengths == sorted(lengths)


def test_shorter_messages_are_filled_up_and_the_mask_says_where() -> None:
    numbers, mask = padded([[7, 8, 9], [5]])
    assert numbers.tolist() == [[7, 8, 9], [5, 0, 0]]
    assert mask.tolist() == [[1, 1, 1], [1, 0, 0]]


def test_what_fills_up_a_message_does_not_change_it(reader: Reader, messages: list[list[int]]) -> None:
    states, reasons = probabilities(reader, messages)
    alone, reasons_alone = (part[0] for part in probabilities(reader, messages[5:6]))
    assert states[5] == pytest.approx(alone, abs=1e-5)
    assert reasons[5] == pytest.approx(reasons_alone, abs=1e-5)


def test_rare_states_weigh_more() -> None:
    weights = state_weights(np.array([0] * 16 + [1] * 4), 2)
    assert (weights[1] / weights[0]).item() == pytest.approx(2)


def test_parts_of_messages_are_put_together_again() -> None:
    some = Labelled([[1], [2, 3], [4]], np.array([0, 1, 2]), np.array([-1, 0, 1]))
    both = some.part(np.array([2])) + some.part(np.array([0, 1]))
    assert (both.pieces, both.states.tolist(), both.reasons.tolist()) == ([[4], [1], [2, 3]], [2, 0, 1], [1, -1, 0])


def test_the_graph_gives_both_models_mixed_and_one_message_a_call(reader: Reader, messages: list[list[int]]) -> None:
    random = np.random.default_rng(6)
    light = Linear(random.normal(size=(len(STATES), LENGTH)) * 0.1, random.normal(size=len(STATES)))
    numbers = np.zeros((len(messages), LENGTH), dtype=np.float32)
    numbers[:, : SIGNS + 50] = random.random((len(messages), SIGNS + 50))
    words = csr_matrix(numbers)
    expected = mixed(probabilities(reader, messages)[0], light.probabilities(words))
    scorer = Scorer(graph(reader, light, 0.8, -0.2))
    states, distress = scorer(inputs(messages, words))
    assert states == pytest.approx(expected, abs=0.02)
    assert distress == pytest.approx(calibrated(states, 0.8, -0.2), abs=1e-4)
    meaning = scorer.session.run(["meaning"], inputs(messages[:1], words[:1])[0])[0]
    assert np.linalg.norm(meaning) == pytest.approx(1, abs=1e-5)
