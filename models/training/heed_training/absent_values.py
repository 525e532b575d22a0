"""What the model gets for a feature that is absent; the contract tells the job the same."""

import numpy as np


def absent_values(values: np.ndarray) -> np.ndarray:
    """
    One value for each column.

    A column that was ever absent gets a value below all it ever had, so that trees can tell absence apart from any
    value. A column that was always there gets its median: in the job its absence would be news to the model.
    """
    return np.array([_absent_value(column) for column in values.T])


def filled(values: np.ndarray, absent: np.ndarray) -> np.ndarray:
    """The matrix with absent values filled in, rounded to float32 as the job hands it to the model."""
    return np.where(np.isnan(values), absent, values).astype(np.float32)


def _absent_value(column: np.ndarray) -> float:
    present = column[~np.isnan(column)]
    if present.size == 0:
        return -1.0
    if present.size == column.size:
        return float(np.float32(np.median(column)))
    return float(np.float32(np.floor(present.min()) - 1))
