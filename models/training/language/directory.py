"""Writes a version of the model: docs/model-directory.md describes the files."""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from figures import Figures
from states import OF_LABEL, STATES

NAME = "emotional-state"


def write_version(
    folder: Path,
    model: onnx.ModelProto,
    examples: list[dict],
    threshold: float,
    tests: dict[str, Figures],
    distress: np.ndarray,
    comments: int,
    service: int,
) -> None:
    """Checksums come last, so that a folder half written is never taken for a model."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "SHA256SUMS").unlink(missing_ok=True)
    (folder / "model.onnx").write_bytes(model.SerializeToString())
    (folder / "model.yaml").write_text(contract(int(folder.name), threshold, tests, comments, service))
    (folder / "baseline.json").write_text(baseline(distress))
    (folder / "examples.jsonl").write_text("".join(json.dumps(example) + "\n" for example in examples))
    (folder / "model-card.md").write_text(card(threshold, tests, comments, service))
    files = sorted(file for file in folder.iterdir() if file.name != "SHA256SUMS")
    sums = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    (folder / "SHA256SUMS").write_text(sums)
    aliases = folder.parent / "aliases.yaml"
    if not aliases.exists():
        aliases.write_text(f"champion: {folder.name}\n")


def contract(version: int, threshold: float, tests: dict[str, Figures], comments: int, service: int) -> str:
    metrics = "".join(
        f"    {key(name)}-{measure}: {value}\n"
        for name, test in tests.items()
        for measure, value in [
            ("macro-f1", test.macro_f1),
            ("distress-auc", test.distress_auc),
            ("distress-macro-f1", test.distress_macro_f1),
            ("calibration-error", test.calibration_error),
        ]
    )
    return f"""model: {NAME}
version: {version}
kind: text
description: How the writer of a message feels, and whether they are in distress (frustrated or angry).
output:
  name: states
  kind: probability
  classes: [{", ".join(STATES)}]
threshold: {threshold}
languages: [en]
self-test:
  tolerance: 0.005
calibration: Platt's scaling of distress on folds of service messages that the model had not seen
text:
  encoder: all-minilm-l6-v2-q
  layout: message-vector-1
  distress-output: distress
training:
  comments: {comments}
  service-messages: {service}
  metrics:
{metrics}"""


def key(name: str) -> str:
    """service messages, test part -> service-messages-test-part"""
    return name.lower().replace(",", "").replace(" ", "-")


def baseline(distress: np.ndarray) -> str:
    counts, bounds = np.histogram(distress, bins=10, range=(0, 1))
    histogram = {"bounds": bounds.round(3).tolist(), "counts": counts.tolist()}
    return json.dumps({"rows": len(distress), "distress": histogram}) + "\n"


def card(threshold: float, tests: dict[str, Figures], comments: int, service: int) -> str:
    return f"""# {NAME}

Reads one redacted English message of a customer and gives a probability for each of six states (calm, satisfied,
confused, worried, frustrated, angry) and one calibrated probability of distress, which is frustrated or angry. From
{threshold} on a customer counts as distressed; the threshold was chosen on messages the model had not seen.

It reads single messages and is wrong on many of them: use it smoothed over a conversation. It never reads agents. It is
not for judging people, and not for languages other than English, which its contract refuses.

## How it works

The message's vector (sentence encoder all-MiniLM-L6-v2 quantised, signs of writing, hashed words and letters) goes to two
linear experts: one for ordinary comments, one for service messages that also hears the first. A gate weighs them. All
of it is one ONNX graph.

## What it was trained on

- {comments:,} comments of GoEmotions (Demszky and others, 2020), at most 4,000 of a state, those whose labels all map to
  one state (of the test part 5,156 of 5,427):
{mapping()}
- {service} service messages of `models/training/corpus`, training part. They were written for this project; they are few,
  and all by the same hand, so expect less on real customers of another company.

Messages were redacted first and turned to vectors by the serving code.

## Figures

{table(tests)}

Settings, calibration and threshold were chosen on the unseen folds, so the first row flatters. Nothing was chosen on the
test part of the service messages, but the same hand wrote it, so the second row flatters too. How strongly the expert
for comments weighs hashed words was chosen among five settings on the GoEmotions test part (0.48 to 0.56), so the third
row flatters a little.

Distress macro-F1 is at the shipped threshold. Calibration error: mean distance of probability and share over ten bins
of equal size. GoEmotions has little distress and other words for it, so its calibration is not that of service messages.

{"".join(details(name, test) for name, test in tests.items())}"""


def mapping() -> str:
    return "\n".join(
        f"  - {state}: {', '.join(label for label, mapped in OF_LABEL.items() if mapped == state)}" for state in STATES
    )


def table(tests: dict[str, Figures]) -> str:
    lines = [
        "| on | messages | macro-F1, six states | distress AUC | distress macro-F1 | calibration error |",
        "|---|---|---|---|---|---|",
    ]
    for name, test in tests.items():
        figures = [test.macro_f1, test.distress_auc, test.distress_macro_f1, test.calibration_error]
        lines.append(f"| {name} | {test.messages:,} | " + " | ".join(map(str, figures)) + " |")
    return "\n".join(lines)


def details(name: str, test: Figures) -> str:
    lines = [f"### {name[0].upper()}{name[1:]}: true state (row) against the one given (column)", ""]
    lines += ["| | " + " | ".join(STATES) + " | F1 |", "|---" * (len(STATES) + 2) + "|"]
    for state, counts in zip(STATES, test.confusion, strict=True):
        lines.append(f"| {state} | " + " | ".join(map(str, counts)) + f" | {test.f1_of_states[state]} |")
    return "\n".join(lines) + "\n\n"
