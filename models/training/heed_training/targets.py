"""What a model predicts: as a training set's manifest says, or a file in models/targets."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_UNIT_MILLIS = {"ms": 1, "s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}


@dataclass(frozen=True)
class Target:
    """A target, as far as training needs it."""

    name: str
    description: str
    horizon_millis: int
    features: tuple[str, ...]


def read_target(file: Path, name: str) -> Target:
    """Reads one target of a file; raises ValueError where the file does not declare it."""
    declared = (yaml.safe_load(file.read_text(encoding="utf-8")) or {}).get("targets", {})
    if name not in declared:
        raise ValueError(f"{file}: target of the training set is not declared: {name} (declared: {sorted(declared)})")
    return _target(name, declared[name], declared[name]["features"])


def target_of_manifest(manifest: dict) -> Target:
    """The target as the export wrote it down."""
    if "horizon" not in manifest:
        raise ValueError("manifest does not say how far the target looks (legal: --target models/targets/NAME.yaml)")
    return _target(manifest["target"], manifest, [feature["name"] for feature in manifest["features"]])


def _target(name: str, fields: dict, features: list[str]) -> Target:
    return Target(
        name=name,
        description=str(fields.get("description", "")).strip(),
        horizon_millis=duration_millis(str(fields["horizon"])),
        features=tuple(features),
    )


def duration_millis(text: str) -> int:
    """The milliseconds of a duration such as 90s, 30m, 24h or 7d."""
    form = re.fullmatch(r"(\d{1,12})(ms|[smhd])", text)
    if form is None:
        raise ValueError(f"not a duration: {text} (legal: 90s, 30m, 24h or 7d)")
    return int(form[1]) * _UNIT_MILLIS[form[2]]
