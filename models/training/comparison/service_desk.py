"""
The four-column regression that the service desk's models are held against.

python comparison/service_desk.py /work/shared/data/service-desk/labels.csv.gz prints the best of ten ways to fill and bend
the columns, fitted on the first 70 % of the labelled rows and tested on the rest, as one JSON object.
"""

import csv
import gzip
import json
import sys
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

COUNTS = ("contactsPrev24h", "contactsPrev7d", "contactsPrev30d")
RECENCY = "hoursSinceLastContact"
HORIZONS = ("24h", "7d")
TRAIN_SHARE = 0.7


def four_column_aucs(labels_file: Path, horizon: str) -> dict[str, float]:
    """The AUC on the last 30 % of the labelled rows, by how the columns were filled and bent."""
    with gzip.open(labels_file, "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row[f"repeatContactWithin{horizon}"]]
    labels = np.array([int(row[f"repeatContactWithin{horizon}"]) for row in rows])
    counts = np.array([[float(row[name]) for name in COUNTS] for row in rows])
    hours = np.array([float(row[RECENCY] or "nan") for row in rows])
    cut = int(TRAIN_SHARE * len(rows))
    fills = {
        "longest": np.nanmax(hours[:cut]),
        "9999": 9999.0,
        "median": np.nanmedian(hours[:cut]),
        "0": 0.0,
        "-1": -1.0,
    }
    aucs = {}
    for fill, value in fills.items():
        plain = np.column_stack([counts, np.where(np.isnan(hours), value, hours)])
        for bend, columns in (("plain", plain), ("logarithms", np.log1p(np.maximum(plain, 0)))):
            model = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1_000))
            scores = model.fit(columns[:cut], labels[:cut]).decision_function(columns[cut:])
            aucs[f"absent as {fill}, {bend}"] = round(float(roc_auc_score(labels[cut:], scores)), 4)
    return aucs


if __name__ == "__main__":
    file = Path(sys.argv[1])
    found = {horizon: four_column_aucs(file, horizon) for horizon in HORIZONS}
    print(json.dumps({horizon: {"best": max(aucs.values()), "all": aucs} for horizon, aucs in found.items()}))
