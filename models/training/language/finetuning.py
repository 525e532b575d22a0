"""Fine-tunes the encoder with its heads on labelled messages."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as functional
from corpus import SEED
from encoder import Reader

BATCH = 32
SORTED_TOGETHER = 50
UNKNOWN = -1


@dataclass(frozen=True)
class Labelled:
    """Messages as piece numbers, with the number of their state and of their reason (-1 where it is not known)."""

    pieces: list[list[int]]
    states: np.ndarray
    reasons: np.ndarray

    def __len__(self) -> int:
        return len(self.pieces)

    def part(self, rows: np.ndarray) -> "Labelled":
        """Some of the messages, by their numbers."""
        return Labelled([self.pieces[row] for row in rows], self.states[rows], self.reasons[rows])

    def __add__(self, other: "Labelled") -> "Labelled":
        return Labelled(
            self.pieces + other.pieces,
            np.concatenate([self.states, other.states]),
            np.concatenate([self.reasons, other.reasons]),
        )


def fine_tune(reader: Reader, data: Labelled, epochs: int, rate: float, what: str) -> None:
    """AdamW with a warm-up and a linear decay; rare states weigh more."""
    torch.manual_seed(SEED)
    random = np.random.default_rng(SEED)
    heads = [*reader.states.parameters(), *reader.reasons.parameters()]
    optimizer = torch.optim.AdamW(
        [{"params": reader.encoder.parameters(), "lr": rate}, {"params": heads, "lr": 20 * rate}], weight_decay=0.01
    )
    steps = epochs * (len(data) // BATCH + 1)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1, step / (0.06 * steps)) * max(0.0, (steps - step) / steps)
    )
    weights = state_weights(data.states, reader.states.out_features)
    reader.train()
    begun, step = time.monotonic(), 0
    for _ in range(epochs):
        for batch in batches(data.pieces, random):
            with torch.autocast("cpu", torch.bfloat16):
                loss = loss_of(reader, data, batch, weights)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(reader.parameters(), 1)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 100 == 0:
                print(f"{what}: step {step} of {steps}, loss {loss.item():.3f}, {time.monotonic() - begun:.0f} s", flush=True)
    reader.eval()


def loss_of(reader: Reader, data: Labelled, batch: list[int], weights: torch.Tensor) -> torch.Tensor:
    """How far states are off, and by half as much reasons where any is known."""
    states, reasons = reader(*padded([data.pieces[row] for row in batch]))
    loss = functional.cross_entropy(states, torch.tensor(data.states[batch]), weight=weights, label_smoothing=0.05)
    truth = torch.tensor(data.reasons[batch])
    if (truth != UNKNOWN).any():
        loss = loss + 0.5 * functional.cross_entropy(reasons, truth, ignore_index=UNKNOWN, label_smoothing=0.05)
    return loss


def state_weights(states: np.ndarray, count: int) -> torch.Tensor:
    """A state weighs by the root of how much rarer than the mean it is."""
    of_state = np.bincount(states, minlength=count)
    return torch.tensor(np.sqrt(of_state.mean() / np.maximum(of_state, 1)), dtype=torch.float32)


def probabilities(reader: Reader, pieces: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    """States and reasons of messages, with the weights as they are."""
    states = np.zeros((len(pieces), reader.states.out_features))
    reasons = np.zeros((len(pieces), reader.reasons.out_features))
    with torch.no_grad():
        for batch in batches(pieces, None):
            of_states, of_reasons = reader(*padded([pieces[row] for row in batch]))
            states[batch], reasons[batch] = of_states.softmax(-1).numpy(), of_reasons.softmax(-1).numpy()
    return states, reasons


def batches(pieces: list[list[int]], random: np.random.Generator | None) -> Iterator[list[int]]:
    """Rows of like length stand together, so that little is padded."""
    order = np.arange(len(pieces)) if random is None else random.permutation(len(pieces))
    for start in range(0, len(order), BATCH * SORTED_TOGETHER):
        rows = sorted(order[start : start + BATCH * SORTED_TOGETHER].tolist(), key=lambda row: len(pieces[row]))
        together = [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]
        if random is not None:
            random.shuffle(together)
        yield from together


def padded(pieces: list[list[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    """Messages filled up with zeros to the length of the longest, and a mask that is 1 where a message is."""
    longest = max(map(len, pieces))
    numbers, mask = torch.zeros(len(pieces), longest, dtype=torch.long), torch.zeros(len(pieces), longest)
    for row, of_message in enumerate(pieces):
        numbers[row, : len(of_message)] = torch.tensor(of_message)
        mask[row, : len(of_message)] = 1
    return numbers, mask
