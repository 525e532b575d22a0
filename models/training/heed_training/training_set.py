"""Reads a training set: the rows that the job exported, with what it knew at each decision."""

import json
import sys
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

ROW_COLUMNS = ("customer", "time", "event", "split", "label", "arm", "treatment")
SPLITS = ("train", "test", "gap")


@dataclass(frozen=True)
class Feature:
    """A column of the training set: its name, the hash of its definition and its unit."""

    name: str
    definition: str
    unit: str


@dataclass(frozen=True)
class Rows:
    """Decisions in order of time. An absent value is NaN in `values` (rows x features)."""

    values: np.ndarray
    labels: np.ndarray
    times: np.ndarray
    customers: np.ndarray
    slices: dict[str, np.ndarray]

    def __len__(self) -> int:
        return len(self.labels)

    def where(self, chosen: np.ndarray) -> "Rows":
        """The rows of a mask or of positions, in the given order."""
        return Rows(
            self.values[chosen],
            self.labels[chosen],
            self.times[chosen],
            self.customers[chosen],
            {name: column[chosen] for name, column in self.slices.items()},
        )


@dataclass(frozen=True)
class TrainingSet:
    """What one export holds: a part to learn from and a part to test on once."""

    target: str
    recording: str
    split: str
    features: tuple[Feature, ...]
    train: Rows
    test: Rows
    treated_left_out: int = 0
    gap_left_out: int = 0

    def with_features(self, names: tuple[str, ...]) -> "TrainingSet":
        """The same rows with the named features, in the order of the names."""
        known = {feature.name: position for position, feature in enumerate(self.features)}
        missing = [name for name in names if name not in known]
        if missing:
            raise ValueError(f"features of the target are not in the training set: {missing} (export it again)")
        order = [known[name] for name in names]
        return replace(
            self,
            features=tuple(self.features[position] for position in order),
            train=replace(self.train, values=self.train.values[:, order]),
            test=replace(self.test, values=self.test.values[:, order]),
        )


def read_training_set(folder: Path, keep_treated: bool = False) -> TrainingSet:
    """
    Reads manifest.json and all rows-*.parquet of a folder.

    Rows whose customer was treated between decision and label tell what treatment does, not what happens without it;
    they are left out unless asked for.
    """
    manifest = read_manifest(folder)
    features = tuple(
        Feature(entry["name"], entry["definition"], entry.get("unit", "")) for entry in manifest["features"]
    )
    files = sorted(folder.glob("rows-*.parquet"))
    if not files:
        raise ValueError(f"{folder}: no rows-*.parquet (export the training set again)")
    table = pa.concat_tables([pq.read_table(file) for file in files], promote_options="default")
    _check_columns(folder, table, features)

    treated = np.array([bool(value) for value in table["treatment"].to_pylist()])
    kept = np.full(len(treated), True) if keep_treated else ~treated
    rows = _rows(table, features)
    if kept.sum() < len(kept) / 2:
        print(f"warning: {(~kept).sum()} of {len(kept)} rows were treated and are left out", file=sys.stderr)
    split = np.array(table["split"].to_pylist())
    for name in ("train", "test"):
        if not ((split == name) & kept).any():
            raise ValueError(
                f"{folder}: no rows of split {name} "
                "(export a longer period or more customers, or with --split customer where the horizon is long)"
            )
    return TrainingSet(
        target=manifest["target"],
        recording=_recording(manifest),
        split=str(manifest.get("split", {}).get("rule", "customer")),
        features=features,
        train=_by_time(rows.where((split == "train") & kept)),
        test=_by_time(rows.where((split == "test") & kept)),
        treated_left_out=int((~kept).sum()),
        gap_left_out=int((split == "gap").sum()),
    )


def _recording(manifest: dict) -> str:
    """The files that the rows were made from, each with its sum."""
    recorded = manifest.get("recording", "")
    if isinstance(recorded, str):
        return recorded
    return ", ".join(f"{file['name']} (SHA-256 {file['sha256']})" for file in recorded)


def read_manifest(folder: Path) -> dict:
    """What a training set's manifest.json says."""
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))


def _check_columns(folder: Path, table: pa.Table, features: tuple[Feature, ...]) -> None:
    expected = [*ROW_COLUMNS, *(feature.name for feature in features)]
    missing = [name for name in expected if name not in table.column_names]
    if missing:
        raise ValueError(f"{folder}: columns are missing: {missing}")
    splits = set(table["split"].unique().to_pylist()) - set(SPLITS)
    if splits:
        raise ValueError(f"{folder}: split is not one of {', '.join(SPLITS)}: {sorted(map(str, splits))}")
    labels = set(table["label"].unique().to_pylist()) - {0, 1}
    if labels:
        raise ValueError(f"{folder}: label is neither 0 nor 1: {sorted(map(str, labels))}")


def _rows(table: pa.Table, features: tuple[Feature, ...]) -> Rows:
    columns = [table[feature.name].to_numpy().astype(np.float64) for feature in features]
    slices = {
        name: np.array([value or "none" for value in table[name].to_pylist()], dtype=object)
        for name, kind in zip(table.schema.names, table.schema.types)
        if pa.types.is_string(kind) and name not in ("customer", "event", "split")
    }
    return Rows(
        values=np.column_stack(columns),
        labels=table["label"].to_numpy().astype(np.int64),
        times=table["time"].to_numpy().astype(np.int64),
        customers=np.array(table["customer"].to_pylist(), dtype=object),
        slices=slices,
    )


def _by_time(rows: Rows) -> Rows:
    return rows.where(np.lexsort((rows.customers.astype(str), rows.times)))
