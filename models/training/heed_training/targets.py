"""What a model predicts: targets declared in models/targets/*.yaml."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

_UNIT_MILLIS = {"s": 1_000, "m": 60_000, "h": 3_600_000, "d": 86_400_000}


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
    fields = declared[name]
    return Target(
        name=name,
        description=str(fields.get("description", "")).strip(),
        horizon_millis=duration_millis(str(fields["horizon"])),
        features=tuple(fields["features"]),
    )


def duration_millis(text: str) -> int:
    """The milliseconds of a duration such as 90s, 30m, 24h or 7d."""
    form = re.fullmatch(r"(\d{1,9})([smhd])", text)
    if form is None:
        raise ValueError(f"not a duration: {text} (legal: 90s, 30m, 24h or 7d)")
    return int(form[1]) * _UNIT_MILLIS[form[2]]
