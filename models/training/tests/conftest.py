"""A training set as the job exports it, made from a known truth."""

import json
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

DAY_MILLIS = 86_400_000
FEATURES = [
    {"name": "contacts_7d", "definition": "sha256:aa", "unit": "contacts"},
    {"name": "bill_ratio", "definition": "sha256:bb", "unit": ""},
    {"name": "noise", "definition": "sha256:cc", "unit": ""},
]
TARGET = """
targets:
  repeat-contact:
    description: Will the customer get in touch again within 24 hours?
    decision: contact.ended
    labels: [contact.started]
    horizon: 24h
    conversation: conversation
    features: [contacts_7d, bill_ratio, noise]
"""


def truth(contacts: np.ndarray, ratio: np.ndarray) -> np.ndarray:
    """The probability by which labels are drawn; an absent ratio counts as 1."""
    logit = -2.2 + 0.6 * contacts + 1.5 * (np.nan_to_num(ratio, nan=1.0) - 1)
    return 1 / (1 + np.exp(-logit))


@pytest.fixture(scope="session")
def training_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a manifest and two Parquet files of 4,000 rows together."""
    random = np.random.default_rng(3)
    count = 4_000
    contacts = random.poisson(1.0, count).astype(float)
    ratio = np.where(random.random(count) < 0.3, np.nan, random.uniform(0.6, 2.0, count))
    customers = random.integers(0, 800, count)
    treated = random.random(count) < 0.05
    table = pa.table(
        {
            "customer": [f"C{customer:04d}" for customer in customers],
            "time": pa.array(random.integers(0, 120 * DAY_MILLIS, count), pa.int64()),
            "event": [f"E{row}" for row in range(count)],
            "split": np.where(customers % 5 == 0, "test", "train"),
            "label": pa.array((random.random(count) < truth(contacts, ratio)).astype(np.int32)),
            "arm": np.where(customers % 10 == 5, "control", "treated"),
            "treatment": pa.array([("call-back" if was else None) for was in treated], pa.string()),
            "contacts_7d": contacts,
            "bill_ratio": pa.array(ratio, from_pandas=True),
            "noise": random.normal(size=count),
        }
    )
    folder = tmp_path_factory.mktemp("training-set")
    pq.write_table(table.slice(0, 2_500), folder / "rows-0.parquet")
    pq.write_table(table.slice(2_500), folder / "rows-1.parquet")
    manifest = {"target": "repeat-contact", "features": FEATURES, "recording": "sha256:dd", "counts": {"rows": count}}
    (folder / "manifest.json").write_text(json.dumps(manifest))
    return folder


@pytest.fixture(scope="session")
def target_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The target that the training set was exported for."""
    file = tmp_path_factory.mktemp("targets") / "repeat-contact.yaml"
    file.write_text(TARGET)
    return file
