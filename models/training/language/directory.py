"""Writes a version of a model of emotional states: docs/model-directory.md describes the files."""

import hashlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from figures import Figures, ReasonFigures
from states import OF_LABEL, STATES

NAME = "emotional-state"


@dataclass(frozen=True)
class Card:
    """What people are told of a version."""

    kind: str
    threshold: float
    tests: dict[str, Figures]
    reasons: dict[str, ReasonFigures]
    comments: int
    service: int


def write_version(
    folder: Path, model: onnx.ModelProto, vocabulary: Path | None, examples: list[dict], distress: np.ndarray, card: Card
) -> None:
    """Checksums come last, so that a folder half written is never taken for a model."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "SHA256SUMS").unlink(missing_ok=True)
    (folder / "model.onnx").write_bytes(model.SerializeToString())
    if vocabulary is not None:
        shutil.copyfile(vocabulary, folder / "vocabulary.txt")
    (folder / "model.yaml").write_text(contract(int(folder.name), card))
    (folder / "baseline.json").write_text(baseline(distress))
    (folder / "examples.jsonl").write_text("".join(json.dumps(example) + "\n" for example in examples))
    (folder / "model-card.md").write_text(card_text(card))
    files = sorted(file for file in folder.iterdir() if file.name != "SHA256SUMS")
    sums = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    (folder / "SHA256SUMS").write_text(sums)


def contract(version: int, card: Card) -> str:
    """The text of model.yaml."""
    metrics = "".join(
        f"    {key(name)}-{measure}: {value}\n"
        for name, test in card.tests.items()
        for measure, value in [
            ("macro-f1", test.macro_f1),
            ("distress-auc", test.distress_auc),
            ("distress-macro-f1", test.distress_macro_f1),
            ("calibration-error", test.calibration_error),
        ]
    )
    layout = "word-pieces-1\n  vocabulary: vocabulary.txt" if card.kind == "encoder" else "written-words-1"
    return f"""model: {NAME}
version: {version}
kind: text
description: {DESCRIPTIONS[card.kind]}
output:
  name: states
  kind: probability
  classes: [{", ".join(STATES)}]
threshold: {card.threshold}
languages: [en]
self-test:
  tolerance: 0.01
calibration: Platt's scaling of distress on service messages that the model had not seen
text:
  layout: {layout}
training:
  comments: {card.comments}
  service-messages: {card.service}
  metrics:
{metrics}"""


DESCRIPTIONS = {
    "encoder": "How the writer of a message feels, and whether they are in distress (frustrated or angry).",
    "light": "The same as version 2 by words alone, for a job whose encoder cannot keep up; it knows less.",
}


def key(name: str) -> str:
    """service messages, test part -> service-messages-test-part"""
    return name.lower().replace(",", "").replace(" ", "-")


def baseline(distress: np.ndarray) -> str:
    """How distress is spread over messages that the model had not seen."""
    counts, bounds = np.histogram(distress, bins=10, range=(0, 1))
    histogram = {"bounds": bounds.round(3).tolist(), "counts": counts.tolist()}
    return json.dumps({"rows": len(distress), "distress": histogram}) + "\n"


def card_text(card: Card) -> str:
    """The text of the model card."""
    return f"""# {NAME}

Reads one redacted English message of a customer and gives a probability for each of six states (calm, satisfied,
confused, worried, frustrated, angry) and one calibrated probability of distress, which is frustrated or angry. From
{card.threshold} on a customer counts as distressed; the threshold was chosen on messages the model had not seen.

It reads single messages and is wrong on many of them: use it smoothed over a conversation. It never reads agents. It is
not for judging people, and not for languages other than English, which its contract refuses.

## How it works

{HOW[card.kind]}

## What it was trained on

- {card.comments:,} comments of GoEmotions (Demszky and others, 2020), at most 4,000 of a state, those whose labels all map
  to one state (of the test part 5,156 of 5,427):
{mapping()}
- {card.service:,} service messages of `models/training/corpus`, training part. They were written for this project, none by
  a real customer, so expect less on the customers of your company, and measure it: `./heed language`.

Messages were redacted first and turned to numbers by the serving code.

## Figures

{table(card.tests)}

Settings, calibration and threshold were chosen on the unseen fifth of the training part, so the first row flatters;
the model that is shipped has learnt from that fifth too. The test part was written by another hand, which had seen
neither a training message nor a model, before the first training; nothing was chosen on it. It is still written, not
recorded.

Distress macro-F1 is at the shipped threshold. Calibration error: mean distance of probability and share over ten bins
of equal size. GoEmotions has little distress and other words for it, so its calibration is not that of service messages.
{reasons_text(card)}
{"".join(details(name, test) for name, test in card.tests.items())}"""


HOW = {
    "encoder": """The sentence encoder all-MiniLM-L6-v2, fine-tuned first on comments, then on service messages among comments,
with one head for states and, in training only, one for contact reasons; quantised to eight bits. All of it is one ONNX
graph, which also gives the message's vector (`meaning`), by which contact reasons are recognised.""",
    "light": """One linear step over signs of writing (capitals, marks, smileys, denials) and hashed words, pairs of words and
letters. It has no encoder, so a message costs next to nothing, and contact reasons are recognised by their words alone.""",
}


def mapping() -> str:
    """Which labels of comments count as which state."""
    return "\n".join(
        f"  - {state}: {', '.join(label for label, mapped in OF_LABEL.items() if mapped == state)}" for state in STATES
    )


def table(tests: dict[str, Figures]) -> str:
    """The figures of each part that was scored."""
    lines = [
        "| on | messages | macro-F1, six states | distress AUC | distress macro-F1 | calibration error |",
        "|---|---|---|---|---|---|",
    ]
    for name, test in tests.items():
        figures = [test.macro_f1, test.distress_auc, test.distress_macro_f1, test.calibration_error]
        lines.append(f"| {name} | {test.messages:,} | " + " | ".join(map(str, figures)) + " |")
    return "\n".join(lines)


def reasons_text(card: Card) -> str:
    """What the head for contact reasons reached, where there is one."""
    return "".join(
        f"\nThe head for contact reasons, {name} ({of.messages:,} messages): macro-F1 {of.macro_f1}, accuracy {of.accuracy}.\n"
        for name, of in card.reasons.items()
    )


def details(name: str, test: Figures) -> str:
    """What is taken for what."""
    lines = [f"### {name[0].upper()}{name[1:]}: true state (row) against the one given (column)", ""]
    lines += ["| | " + " | ".join(STATES) + " | F1 |", "|---" * (len(STATES) + 2) + "|"]
    for state, counts in zip(STATES, test.confusion, strict=True):
        lines.append(f"| {state} | " + " | ".join(map(str, counts)) + f" | {test.f1_of_states[state]} |")
    return "\n".join(lines) + "\n\n"
