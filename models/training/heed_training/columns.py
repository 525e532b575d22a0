"""What a regression sees of the features: logarithms within the range of training, and flags of what is absent."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Columns:
    """
    For each feature the range that training saw and the value that stands for absence.

    Counts, hours and money spread over orders of magnitude, so a value enters by its logarithm, with its sign. Outside of
    the range of training it counts as the end of the range: what has never been seen is not extrapolated.
    """

    lowest: np.ndarray
    highest: np.ndarray
    typical_log: np.ndarray
    absent: np.ndarray
    flagged: np.ndarray

    @staticmethod
    def of(values: np.ndarray, absent: np.ndarray) -> "Columns":
        """The columns of training rows with NaN where a feature is absent."""
        seen = ~np.isnan(values).all(axis=0)
        present = np.where(seen, values, 0.0)
        return Columns(
            lowest=np.nanmin(present, axis=0).astype(np.float32).astype(np.float64),
            highest=np.nanmax(present, axis=0).astype(np.float32).astype(np.float64),
            typical_log=np.nanmedian(signed_log(present), axis=0),
            absent=absent.astype(np.float32).astype(np.float64),
            flagged=np.isnan(values).any(axis=0) & seen,
        )

    def logs(self, filled: np.ndarray) -> np.ndarray:
        """The logarithms of filled rows, absent values as the low end of the range."""
        return signed_log(np.clip(filled.astype(np.float64), self.lowest, self.highest))

    def flags(self, filled: np.ndarray) -> np.ndarray:
        """1 where a feature is absent, for features that ever were."""
        return ((filled == self.absent.astype(np.float32)) & self.flagged).astype(np.float64)


def signed_log(values: np.ndarray) -> np.ndarray:
    """log(1 + |x|) with the sign of x."""
    return np.sign(values) * np.log1p(np.abs(values))
