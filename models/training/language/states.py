"""The six emotional states and how the GoEmotions labels map to them."""

import gzip
from pathlib import Path

STATES = ["calm", "satisfied", "confused", "worried", "frustrated", "angry"]
DISTRESS = ["frustrated", "angry"]

OF_LABEL = {
    "admiration": "satisfied", "amusement": "satisfied", "approval": "satisfied", "caring": "satisfied",
    "excitement": "satisfied", "gratitude": "satisfied", "joy": "satisfied", "love": "satisfied",
    "optimism": "satisfied", "pride": "satisfied", "relief": "satisfied",
    "confusion": "confused", "curiosity": "confused", "surprise": "confused",
    "fear": "worried", "nervousness": "worried", "sadness": "worried", "grief": "worried", "remorse": "worried",
    "embarrassment": "worried",
    "annoyance": "frustrated", "disappointment": "frustrated", "disapproval": "frustrated",
    "anger": "angry", "disgust": "angry",
    "neutral": "calm", "realization": "calm", "desire": "calm",
}  # fmt: skip


def go_emotions(folder: Path, part: str) -> list[dict]:
    """The comments of one part ("train", "dev", "test") whose labels all map to one state.

    A comment labelled neutral and something else counts as the something else.
    """
    labels = (folder / "labels.txt").read_text().split()
    rows = []
    with gzip.open(folder / f"goemotions-{part}.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            text, numbers, comment = line.rstrip("\n").split("\t")
            states = {OF_LABEL[labels[int(number)]] for number in numbers.split(",")}
            if len(states) > 1:
                states.discard("calm")
            if len(states) == 1:
                rows.append({"id": comment, "text": text, "state": states.pop()})
    return rows
