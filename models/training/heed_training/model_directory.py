"""Writes a version of a model into the repository; docs/model-directory.md describes every file."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

import onnx
import yaml

CHECKSUMS = "SHA256SUMS"


def refuse_existing(folder: Path) -> None:
    """Raises FileExistsError where the version is complete already: a version never changes."""
    if (folder / CHECKSUMS).exists():
        raise FileExistsError(
            f"{folder}: the version exists and a version never changes "
            f"(legal: --out {folder.parent / _next_version(folder.parent)})"
        )


def write_model_directory(
    folder: Path,
    model: onnx.ModelProto,
    contract: dict,
    baseline: dict,
    examples: Iterable[dict],
    card: str,
    calibration_plot: str,
) -> str:
    """Writes all files, the checksums last; gives the hash that names the version's content."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / CHECKSUMS).unlink(missing_ok=True)
    (folder / "model.onnx").write_bytes(model.SerializeToString(deterministic=True))
    _write(folder / "model.yaml", yaml.safe_dump(contract, sort_keys=False, allow_unicode=True, width=110))
    _write(folder / "baseline.json", json.dumps(baseline, indent=1, allow_nan=False) + "\n")
    _write(folder / "examples.jsonl", "".join(json.dumps(example, allow_nan=False) + "\n" for example in examples))
    _write(folder / "model-card.md", card)
    _write(folder / "calibration.svg", calibration_plot)
    return write_checksums(folder)


def write_checksums(folder: Path) -> str:
    """Writes SHA256SUMS over every other file of a folder, as `sha256sum --check` reads it; gives its own hash."""
    files = sorted(file for file in folder.iterdir() if file.is_file() and file.name != CHECKSUMS)
    sums = "".join(f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    _write(folder / CHECKSUMS, sums)
    return hashlib.sha256(sums.encode()).hexdigest()


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def _next_version(model: Path) -> str:
    numbers = [int(version.name) for version in model.iterdir() if version.name.isdigit()]
    return str(max(numbers, default=0) + 1)
