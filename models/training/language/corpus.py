"""The service corpus, and which of all messages are learnt from and which settings are chosen on."""

import json
from pathlib import Path

import numpy as np
from states import STATES

REPOSITORY = Path(__file__).resolve().parents[3]
SEED = 20260101
MOST_COMMENTS_OF_A_STATE = 4_000
REASONS = [
    "billing", "add-on", "network", "device", "order", "plan", "cancellation", "account-access", "praise", "other",
]  # fmt: skip


def service_messages(part: str) -> list[dict]:
    """The English service messages of one part, "train" or "test"."""
    file = REPOSITORY / "models" / "training" / "corpus" / f"service-en-{part}.jsonl"
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def capped(rows: list[dict]) -> list[dict]:
    """At most so many comments of a state: the rare states are the ones that matter here."""
    kept, counts = [], dict.fromkeys(STATES, 0)
    for index in np.random.default_rng(SEED).permutation(len(rows)):
        row = rows[index]
        if counts[row["state"]] < MOST_COMMENTS_OF_A_STATE:
            counts[row["state"]] += 1
            kept.append(row)
    return kept


def unseen_part(rows: list[dict]) -> np.ndarray:
    """Which rows belong to the fifth of the conversations that settings are chosen on."""
    conversations = sorted({row["conversation"] for row in rows})
    order = np.random.default_rng(SEED).permutation(len(conversations))
    chosen = {conversations[index] for index in order[: len(conversations) // 5]}
    return np.array([row["conversation"] in chosen for row in rows])


def texts(rows: list[dict]) -> list[str]:
    """The text of each row."""
    return [row["text"] for row in rows]


def numbers(rows: list[dict]) -> np.ndarray:
    """The number of each row's state."""
    return np.array([STATES.index(row["state"]) for row in rows])
